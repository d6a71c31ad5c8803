# SPDX-License-Identifier: Apache-2.0
"""Checks of a test that is a script: each that fails is told and counted, and the others go on."""


class Checks:
    def __init__(self):
        self.made = 0
        self.failed = 0

    def __call__(self, name, right, seen=""):
        self.made += 1
        if not right:
            self.failed += 1
            print(f"FAILED: {name}\n{seen}")

    def status(self, good):
        """Prints `good` if that is so; the exit status. A test that checked nothing has failed."""
        if self.failed or not self.made:
            print(f"{self.failed} of {self.made} checks failed")
            return 1
        print(good)
        return 0

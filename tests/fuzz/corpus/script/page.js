// a page
export default {data(){return{title:"隐私 政策",n:a/2/b}},methods:{open(){return `我们 ${this.x?`不 ${y}`:"会"} 读取`}}};
const r=/["'`\/]+/g; /* "not this" */ say('\u901a\u8baf 录\x41 \u{1F600} \ud83d\ude00');

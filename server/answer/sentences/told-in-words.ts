/** A size that is put in words only: 跨入两万亿级城市行列, 迈上万亿元台阶. */
const SIZE = /[一二两三四五六七八九十百千]+[万亿]|[万亿]元?(?:级|台阶|大关)/
/** People counted by what they are, without a measure word: 1.77亿农民, 120余万婴幼儿, 九百六十多万贫困人口; or behind the name of their number: 参保人数增加1753万. */
const PEOPLE =
  /[\d一二两三四五六七八九十百千万亿]\s*[余多]?[百千万亿]?\p{Script=Han}{0,6}?(?:人口|群众|农民|农牧民|牧民|居民|村民|市民|职工|学生|学员|毕业生|老人|老年人|儿童|婴幼儿|妇女|残疾人|游客|旅客|观众|运动员|消费者|纳税人|劳动力|劳动者|人员|教师|医生|党员|志愿者|人才)|人数[^，,。；;\d]{0,10}\d/u

export function tellsSizeInWords(text: string): boolean {
  return SIZE.test(text)
}

export function countsPeople(text: string): boolean {
  return PEOPLE.test(text)
}

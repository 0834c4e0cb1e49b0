/** Words of a name that set nothing apart: what is done with a thing, what is measured of it, what stands before any topic. */
const GENERIC =
  /^(?:[省市县区旗镇乡村州盟]里|[我本全][省市县区旗]|关于|围绕|针对|推动|推进|促进|提振|扩大|壮大|做[强大优]|稳定|激发|释放|加快|加强|深化|强化|支持|鼓励|发展|改革|改造|建设|培训|治理|整治|管理|保护|监管|宣传|规划|投放|服务|保障|提升|优化|完善|创新|实施|开展|培育|打造|举措|措施|部署|安排|政策|规定|产业|经济|行业|领域|项目|工程|企业|单位|公司|标准|补贴|补助|津贴|奖励|资金|产值|规模|数量|总量|收入|投资|面积|里程|比例|占比|目标|计划|新增|设施|有效期|期限|时限|时间|年限)$/

/** Whether a word sets nothing apart from other things: what is done with a thing (推进, 提升), what is measured of it (规模), what stands before any topic. */
export function isGeneric(word: string): boolean {
  return GENERIC.test(word)
}

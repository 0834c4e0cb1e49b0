/** What is measured of a thing: a question that names one of these is answered by a sentence that does. */
export const MEASURES =
  /产值|产量|营收|储量|增加值|失业率|市值|客流量|客运量|货运量|发电量|用电量|用水量|降水量|利润|票房|出生率|死亡率|覆盖率|普及率|利用率|配套率|上线率|额度|均价|票价|有效期|工期|保修期|学分|社会融资规模|补贴|常住人口|出生人口|人口|编制|工资|奖金/g

import { quoteLanguage } from './language'

export const chinese = quoteLanguage('zh', {
  saying: `表示 指出 认为 認為 强调 強調 告诉 告訴 写道 寫道 回答 透露 介绍 介紹 补充 補充 宣布 声称 聲稱 坦言 直言 呼吁 呼籲 警告 承认 承認
    解释 解釋 回应 回應 称 稱 说 說 问 問 道`,
  labelling: '称为 形容 称之为',
  sourceAfter: '据',
  pronouns: '他:m 她:f 他们:p 她们:p 我:a 我们:p',
  roles: '总统 主席 总理 部长 发言人 秘书长 记者 教授 市长 主任 经理 董事长 首相 总书记',
  fillers: '还 也 则 又 就 都 曾 并 今天 昨天 随后',
  clauseOpeners: '因为 但 但是 如果',
  unspaced: true,
})

/** Each sets window.__ran or asks another host for something, should it ever be taken for markup. */
const VECTORS = [
  '<img src=x onerror="window.__ran=1">',
  '<script>window.__ran=1</script>',
  '<svg/onload=window.__ran=1>',
  '<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>',
  '<a href="javascript:window.__ran=1">链接</a>',
  '<details open ontoggle=window.__ran=1>',
  '<input autofocus onfocus=window.__ran=1>',
  '<video><source onerror=window.__ran=1></video>',
  '<object data="javascript:window.__ran=1"></object>',
  '<form action="javascript:window.__ran=1"><button autofocus>提交</button></form>',
  '<style>*{background:url(http://foreign.test/x)}</style>',
  '<link rel=stylesheet href=http://foreign.test/x.css>',
  '<meta http-equiv=refresh content="0;url=http://foreign.test/">',
  '<base href=http://foreign.test/>',
  '<img src=http://foreign.test/pixel.png>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__ran=1></style></mglyph></table></mtext></math>',
  '<template><img src=x onerror=window.__ran=1></template>',
  '{{constructor.constructor("window.__ran=1")()}}',
  '![图](http://foreign.test/pixel.png)',
  '[点这里](javascript:window.__ran=1)',
] as const

/** What a payload may be wrapped in to get out of where it was put. */
const WRAPPINGS: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `</title></textarea>${vector}`,
  (vector) => `</script>${vector}`,
  (vector) => `-->${vector}<!--`,
  (vector) => `]]>${vector}`,
  (vector) => `**${vector}**`,
  (vector) => `| ${vector} | ${vector} |`,
  (vector) => `[${vector}](${vector})`,
  (vector) => `\`${vector}\``,
  (vector) => `&lt;b&gt;${vector.replaceAll('<', '&lt;')}`,
  (vector) => encodeURI(vector),
  (vector) => vector.replace(/[a-z]+/i, (name) => name.toUpperCase()),
  (vector) => `＜b＞${vector.replaceAll('<', '＜').replaceAll('>', '＞')}`,
]

/** 300 of them: each way to run code or to ask another host, in each wrapping. */
export const HOSTILE_PAYLOADS: readonly string[] = VECTORS.flatMap((vector) => WRAPPINGS.map((wrap) => wrap(vector)))

/** Sets of words whose parts are together the whole: 男 and 女, 城镇 and 农村. Not here: sums. */

/** Each whole, as its parts; a part may be called one of several ways. Sets that leave something over (汉族, 少数民族 with 其他) are not here. */
const WHOLES: readonly (readonly RegExp[])[] = [
  [/男/u, /女/u],
  [/城镇|城市|市区/u, /乡村|农村/u],
  [/机构/u, /干部|官员|个人|公务员/u],
  [/单位|机构|企业/u, /个人|自然人/u],
  [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u],
  [/出口/u, /进口/u],
  [/中央|国务院部门|部委/u, /地方/u],
  [/地市|市级/u, /县/u, /镇|乡/u],
  [/市区|地市/u, /县镇|区县/u],
  [/行政许可|行政审批/u, /公共服务/u],
  [/公办/u, /民办/u],
  [/固定/u, /移动/u],
  [/国内|境内/u, /国际|境外|海外|入境/u],
  [/企业/u, /事业单位/u, /政府|机关/u, /社会团体|社团/u],
];

/** Whether names are the parts of such a whole, one each. */
export function isWhole(names: readonly string[]): boolean {
  return WHOLES.some((parts) => parts.length === names.length && parts.every((part, i) => {
    const held = names.filter((name) => part.test(name));
    return held.length === 1 && !parts.some((other, j) => j !== i && other.test(held[0]!));
  }));
}

/** Words before a list that say that it is all there is. */
export const ALL_PARTS = /包括|包含|分为|由.{1,12}组成|其中.{0,6}分别|构成为/u;

/** Words before a list that may leave something out. */
export const SOME_PARTS = /其中/u;

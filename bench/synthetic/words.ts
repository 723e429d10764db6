/** Words that synthetic sentences are put together from, all of our own making; names draw on the whole of GB 2312, so that a book needs as many
 *  glyphs as a real one. Not here: the sentences. */
import { type Random, oneOf } from "../random.ts";

export const OFFICES = ["省信息中心", "市政务服务局", "县档案馆", "区统计调查队", "省交通运输厅", "市水务集团", "县教育体育局", "区卫生监督所", "省地方志办公室", "市图书馆联盟"];
export const FIELDS = ["公共图书借阅", "水库调度", "山区公路养护", "乡村邮政投递", "气象预警发布", "文物普查", "校园供餐", "老旧小区改造", "渔港管理", "林木种苗培育", "城市供热", "社区医疗", "地名标志更新", "河道清淤", "公交换乘", "农机检修"];
export const THINGS = ["数据目录", "值班制度", "联络机制", "巡查台账", "业务平台", "标准体系", "应急预案", "培训课程", "回访渠道", "统计口径", "共享清单", "测量网络"];
export const VERBS = ["建立", "完善", "试行", "推广", "修订", "整合", "启用", "评估", "公开", "续建"];
export const RESULTS = ["办理时限明显缩短", "群众跑动次数继续减少", "基层负担有所减轻", "资料缺口逐步补齐", "设备完好状况保持稳定", "各方责任更加清楚", "协作流程趋于顺畅", "冬季运行没有中断"];
export const MANNERS = ["按照先易后难的次序", "在不增加编制的前提下", "结合本地水系和地形", "通过轮流值守和交叉核对", "依托已有的机房与线路", "征求基层站所意见之后", "参照邻近地区的做法"];
export const SAYINGS = ["一次填报、多处使用", "谁采集谁负责", "先核对再公布", "少开会、多走访", "有记录、可追溯", "旧账不拖、新账不欠"];
export const TITLES = ["管理办法", "技术规范", "工作细则", "数据元目录", "五年规划", "验收标准", "操作手册"];
export const LATIN = ["GIS", "RFID", "IPv6", "XML", "LED", "PM2.5", "4G", "Web Service", "ISO 9001", "GPS"];
export const CLOSINGS = ["此项工作仍在进行", "有关情况另行说明", "不足之处是人手偏紧", "下一年度将扩大范围", "具体数字以年报为准", "经验已经汇编成册"];

/** Counted things with their units and how large they are. */
export const COUNTS: readonly { name: string; unit: string; most: number }[] = [
  { name: "服务站点", unit: "个", most: 900 }, { name: "参训人员", unit: "人", most: 26_000 }, { name: "登记企业", unit: "家", most: 7_000 }, { name: "采集终端", unit: "台", most: 38_000 },
  { name: "整理档案", unit: "件", most: 640_000 }, { name: "养护里程", unit: "公里", most: 4_800 }, { name: "绿化面积", unit: "平方米", most: 820_000 }, { name: "投入经费", unit: "万元", most: 56_000 },
];
export const RATES = ["覆盖率", "办结率", "完好率", "到场率", "入库率", "按期率"];

/** Every third Han of GB 2312 (rows 16 to 87): with those of the words above, about as many glyphs as a yearbook needs. */
const NAME_HAN: readonly string[] = everyThirdHan();

function everyThirdHan(): string[] {
  const decoder = new TextDecoder("gb18030");
  const found: string[] = [];
  for (let n = 0; n < 72 * 94; n += 3) {
    const [row, cell] = [16 + Math.floor(n / 94), 1 + (n % 94)];
    if (row !== 55 || cell <= 89) found.push(decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell))); // row 55 ends at 89
  }
  return found;
}

/** A place with an invented name of two Han, rare ones as often as common ones. */
export const placeName = (random: Random): string => `${oneOf(random, NAME_HAN)}${oneOf(random, NAME_HAN)}${oneOf(random, ["县", "市", "镇", "区", "乡"])}`;

/** 中文：程序对使用者所说的话。 */
import type { Words } from "./words.ts";

const list = (counts: readonly (readonly [string, number])[]): string => counts.map(([name, count]) => `${name} ${count}`).join("，");

export const zh: Words = {
  stages: { read: "读入", earlier: "读入往年", texts: "逐篇处理", check: "核对制表", load: "载入排版程序", data: "数据文件", workbooks: "工作簿", book: "成书", write: "写盘", verify: "验证", ods: "ODS" },
  kinds: { observation: "观测", event: "要事", roster: "名单", transition: "转变", document: "文件", assessment: "评述" },
  findings: { agrees: "相符", differs: "不符", "cannot tell": "无法判定" },
  outcomes: { running: "正在运行", published: "已发布", unchanged: "无变化", draft: "草稿，未发布", "not due": "尚未到期", held: "另一进程占用中", failed: "失败" },
  heads: { texts: "文本", cache: "缓存", facts: "事实", repairs: "修复", corrections: "订正", findings: "核对", tables: "表", changes: "修订", files: "文件", verified: "验证", next: "接下来", time: "用时" },
  cached: (found, all) => `${all} 篇中沿用 ${found} 篇（含往年文本）`,
  headline: ({ title, year, revision }, outcome) => `《${title}》${year}年版 ${revision}：${outcome === "unchanged" ? "已在，无变化" : zh.outcomes[outcome]}`,
  unchanged: (year, revision) => `${year}年版：自 ${revision} 以来无变化。`,
  awaited: ({ what, dir, year, missing }) =>
    what === "folder" ? `${dir}：尚未到期：没有这个文件夹。请先运行 make year YEAR=${year}，再放入文本。`
    : what === "texts" ? `${dir}：尚未到期：这里还没有文本。请放入当年原始文本，一文一件，如 01-….txt、02-….txt。`
    : `${dir}：尚未到期：edition.yaml 所列文本还缺 ${missing.length} 篇：${missing.join("、")}。请放入，或从 edition.yaml 中删去。`,
  noYears: (dir) => `${dir}：尚未到期：这里还没有任何年份。请先运行 make year YEAR=…，再放入文本。`,
  failed: (year, status) => `${year}年版：失败，状态 ${status}`,
  together: (counts, status) => `${counts.map(([outcome, count]) => `${zh.outcomes[outcome]} ${count}`).join("；")}。状态 ${status}`,
  counted: (counts) => (counts.length === 0 ? "" : `（${list(counts)}）`),
  doubtful: (count, below) => (count === 0 ? "" : `，其中存疑 ${count}（置信度低于 ${below}）`),
  missing: (ids) => `，缺 ${ids.join("、")}`,
  tables: (tables, figures) => `${tables}，图 ${figures}`,
  changes: (since, facts, tables) => `与 ${since} 相比：事实 ${facts}，表 ${tables}`,
  verified: "书、工作簿与数据所载数字一致",
  data: (files) => `${files} 个文件`,
  next: {
    errors: (count) => `${count} 处核对不符且列为错误：见下文各行，在 corrections.yaml 中订正`,
    differs: (count, command) => `${count} 处核对不符：${command}`,
    doubtful: (count, book) => `${count} 处存疑修复：见 ${book} 的“资料质量”`,
    notes: (count) => `关于文本的说明 ${count} 条：见书中“资料质量”`,
    changes: (command) => `有何变化：见书中“修订说明”，或 ${command}`,
    read: (book) => `通读 ${book}`,
  },
  seconds: (seconds) => `${seconds.toFixed(1)} 秒`,
  checked: ({ all, differs, errors, open, agrees }) => `核对 ${all} 处：不符 ${differs}（其中错误 ${errors}），无法判定 ${open}，相符 ${agrees}`,
  killedBefore: (run, started, pid) => `上一次运行（${run}，始于 ${started}，进程 ${pid}）没有结束：进程被杀，或机器停机。各年版本仍是它之前或之后的样子，完好无缺。`,
  notKept: (path, why) => `${path}：本次运行的结果无法存入（${why}），运行照常进行。请给予写权限，或腾出空间。`,
  doctor: {
    names: { node: "node", program: "程序", packages: "软件包", fonts: "字体", model: "模型", registers: "名录", outputs: "输出", temp: "临时", cache: "缓存", locale: "区域", lock: "锁", libreoffice: "LibreOffice", poppler: "poppler", build: "试编" },
    states: { ok: "正常", note: "提示", fail: "不行" },
    nodeOld: (version, needed) => `Node ${version} 过旧。请安装 Node ${needed} 或更新版本。`,
    packages: (count) => `${count} 个软件包，与 package-lock.json 一致`,
    packagesDiffer: (names) => `与 package-lock.json 不一致：${names.join("、")}。请运行 npm ci 重新安装。`,
    packagesUnknown: "这里没有 package-lock.json 可供核对：打包的程序自带软件包",
    fonts: (faces, megabytes) => `${faces} 款字体，${megabytes} MB`,
    model: (digest, kilobytes) => `marks.bin 与 headings.bin.gz ${digest}，${kilobytes} KB`,
    registers: (regions, date, organisations, units, terms) => `区划 ${regions}（${date}），机构 ${organisations}，单位 ${units}，术语 ${terms}`,
    room: (dir, free) => `${dir} 可写，剩余 ${free}`,
    roomShort: (dir, free, wanted) => `${dir} 只剩 ${free}。请腾出空间：有 ${wanted} 才能长期安心。`,
    notWritable: (dir, code) => `${dir} 不可写（${code}）。请给予写权限。`,
    notUtf8: (locale) => `${locale === "" ? "未设区域" : locale} 不是 UTF-8：终端上中文可能不可读，版本内容不受影响。请设 LANG=C.UTF-8 或 zh_CN.UTF-8。`,
    flock: "flock(1) 防止两次运行同时进行",
    noFlock: "没有 flock(1)：两次同时运行彼此不知。请安装 util-linux。",
    noLibreOffice: "未安装：只有 build --ods 用它（Debian：libreoffice-calc）",
    noPoppler: "未安装：只有 make pictures 和部分测试用它（Debian：poppler-utils）",
    built: (files, seconds) => `两句话的文本编成 ${files} 个文件，彼此一致，用时 ${seconds} 秒`,
    notBuilt: (why) => `两句话的文本未能编成：${why}`,
    sum: (failed, notes) => (failed === 0 ? `本机可以编制年鉴${notes === 0 ? "" : `；上有提示 ${notes} 条`}` : `${failed} 项不行：请照所说处理，再运行 doctor`),
  },
};

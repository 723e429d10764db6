/** exceljs's workbook by itself, which the package ships without types of its own. */
declare module "exceljs/lib/doc/workbook.js" {
  import { Workbook } from "exceljs";
  export default Workbook;
}

/** A page's operators under way, as bytes: a book has millions of glyphs, and a string for each would cost more than setting them. Not here: which operators. */

const OPEN = 0x28; // (
const CLOSE = 0x29; // )
const BACKSLASH = 0x5c;
const RETURN = 0x0d;

export class Content {
  private bytes = Buffer.allocUnsafe(1 << 16);
  private at = 0;

  /** Operators in ASCII, a line of their own. */
  operators(text: string): void {
    this.text(text);
    this.bytes[this.at++] = 0x0a;
  }

  text(text: string): void {
    this.room(text.length + 1);
    this.at += this.bytes.write(text, this.at, "latin1");
  }

  /** Begins and ends a string of codes (PDF 1.7, 7.3.4.2). */
  open(): void {
    this.room(1);
    this.bytes[this.at++] = OPEN;
  }

  close(): void {
    this.room(1);
    this.bytes[this.at++] = CLOSE;
  }

  /** A glyph's code, two bytes; what a string would read otherwise has a backslash before it. */
  code(code: number): void {
    this.room(4);
    this.byte(code >> 8);
    this.byte(code & 0xff);
  }

  get empty(): boolean {
    return this.at === 0;
  }

  /** What was written, and a clean sheet. The bytes are good until something is written again. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.at);
    this.at = 0;
    return taken;
  }

  private byte(value: number): void {
    if (value === OPEN || value === CLOSE || value === BACKSLASH) this.bytes[this.at++] = BACKSLASH;
    else if (value === RETURN) {
      // a bare return would be read as a line feed
      this.bytes[this.at++] = BACKSLASH;
      this.bytes[this.at++] = 0x72;
      return;
    }
    this.bytes[this.at++] = value;
  }

  private room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const wider = Buffer.allocUnsafe(2 * (this.bytes.length + more));
    this.bytes.copy(wider, 0, 0, this.at);
    this.bytes = wider;
  }
}

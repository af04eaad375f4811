declare module 'saxen' {
  export class Parser {
    on(hook: 'openTag', call: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string, isEmpty: boolean) => void): this;
    on(hook: 'closeTag', call: (name: string, decode: (text: string) => string, isEmpty: boolean) => void): this;
    on(hook: 'text', call: (text: string, decode: (text: string) => string) => void): this;
    on(hook: 'cdata', call: (text: string) => void): this;
    on(hook: 'error', call: (error: Error) => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}

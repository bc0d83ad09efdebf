// What the bundler turns a stylesheet import into.
// Names are looked up loosely: a class that a stylesheet lacks is undefined, which the DOM takes for none.

declare module "*.module.css" {
  /** Class names by the name they have in the file. */
  const classNames: { readonly [name: string]: string };
  // oxlint-disable-next-line import/no-default-export -- the bundler decides
  export default classNames;
}

declare module "*.css";

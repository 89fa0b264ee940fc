// The style sheets' rules: the standard set, and one of this house: a colour, a face or a size of type is written
// once, as a token in tokens.css, so that a paper is restyled, and its dark mode kept whole, in one file.

const TOKEN = "/^var\\(--/";
const KEYWORD = "/^(inherit|initial|unset|revert|revert-layer)$/";
const COLOUR_FUNCTIONS = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "light-dark"];
const toTokens = (what) => ({ message: `${what} belongs in tokens.css; use its custom property here` });

const onlyAsTokens = {
  "color-no-hex": [true, toTokens("A colour")],
  "color-named": ["never", toTokens("A colour")],
  "function-disallowed-list": [COLOUR_FUNCTIONS, toTokens("A colour")],
  "declaration-property-value-allowed-list": [
    { "font-family": [TOKEN, KEYWORD], "font-size": [TOKEN, KEYWORD], font: [KEYWORD] },
    toTokens("A face or a size"),
  ],
};

export default {
  extends: "stylelint-config-standard",
  rules: {
    ...onlyAsTokens,
    // A component's parts and variants are told apart as in `story__deck` and `story--lead`.
    "selector-class-pattern": [
      "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
      { message: (name) => `"${name}" is not of the form block__part--variant` },
    ],
    // A token may hold the name of a face, and tokens stand in groups.
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreProperties: ["/^--/"] }],
    "custom-property-empty-line-before": null,
    // The cascade is ordered by layers and by files, each of which holds one component.
    "no-descending-specificity": null,
  },
  overrides: [
    {
      files: ["**/tokens.css"],
      rules: Object.fromEntries(Object.keys(onlyAsTokens).map((rule) => [rule, null])),
    },
    {
      // In an EPUB, faces and sizes are the reader's; many reading systems know no custom properties.
      files: ["**/epub.css"],
      rules: { "declaration-property-value-allowed-list": null },
    },
  ],
};

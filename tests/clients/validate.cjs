// Validate many documents with ajv: {schema, documents} on standard input, [true, false, ...] out.
// Strict mode: a keyword that the schema uses and nobody has declared is an error.
const Ajv2020 = require("ajv/dist/2020");

const ANNOTATIONS = ["enumDescriptions", "patternErrorMessage", "defaultSnippets", "doNotSuggest"];

const { schema, documents } = JSON.parse(require("fs").readFileSync(0, "utf8"));
// A waiver has one of two keys, which are described beside the choice and not in it.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
ajv.addVocabulary(ANNOTATIONS);
const validate = ajv.compile(schema);
process.stdout.write(JSON.stringify(documents.map((one) => validate(one))));

/**
 * What Web IDL puts around an interface (https://webidl.spec.whatwg.org/): how values of JavaScript become those that it
 * takes, and which form its members have. Each conversion throws a TypeError for what cannot become one.
 */

/** @typedef {(value: any) => any} Conversion */

/** @param {string} message @returns {never} */
const refuse = (message) => {
  throw new TypeError(message);
};

/** @param {any} value */
const isObject = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

/** DOMString: of anything but a symbol. @type {Conversion} */
export const string = (value) => `${value}`;

/** @param {readonly string[]} values @returns {Conversion} */
export const enumeration = (values) => (value) => {
  const text = string(value);
  return values.includes(text) ? text : refuse(`“${text}” must be one of ${values.join(', ')}`);
};

/** Of anything that is iterated, but not of a string. @param {Conversion} item @returns {Conversion} */
export const sequence = (item) => (value) =>
  isObject(value) && value[Symbol.iterator] ? Array.from(value, item) : refuse('a sequence is needed, such as an array');

/** @type {Conversion} */
export const callback = (value) => (typeof value === 'function' ? value : refuse('a function is needed'));

/** An object of an interface, of any window: its own getter tells. @param {Function} type @param {string} attribute @returns {Conversion} */
export const instance = (type, attribute) => {
  const { get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(type.prototype, attribute));
  return (value) => {
    get?.call(value);
    return value;
  };
};

/**
 * Members that are undefined keep their defaults. They are read in the order of the table, as Web IDL has them: those of the
 * dictionary that it inherits from first, each dictionary's by name.
 *
 * @param {Record<string, Conversion>} members
 * @param {object} [defaults]
 * @returns {Conversion}
 */
export const dictionary = (members, defaults) => (value) => {
  const read = Object.assign(Object.create(null), defaults);
  if (value == null) return read;
  if (!isObject(value)) refuse('the options are no object');
  for (const [name, convert] of Object.entries(members)) {
    const member = value[name];
    if (member !== undefined) read[name] = convert(member);
  }
  return read;
};

/** An event handler, which may be any object and is otherwise null. @type {Conversion} */
export const eventHandler = (value) => (isObject(value) ? value : null);

/** How many arguments an operation is given, and how many it needs. @param {number} given @param {number} needed */
export const checkArguments = (given, needed) => {
  if (given < needed) refuse(`${needed} argument needed, but ${given} given`);
};

/**
 * Gives a class the form of an interface: its members are enumerable, and its objects have its name, also when a minifier
 * renamed the class.
 *
 * @param {Function} type
 * @param {string} name
 * @param {string[]} [statics] its static operations
 */
export const asInterface = (type, name, statics = []) => {
  for (const member of statics) Object.defineProperty(type, member, { enumerable: true });
  for (const member of Object.getOwnPropertyNames(type.prototype)) {
    if (member !== 'constructor') Object.defineProperty(type.prototype, member, { enumerable: true });
  }
  Object.defineProperty(type, 'name', { value: name });
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: name, configurable: true });
};

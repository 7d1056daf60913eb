/**
 * Makes linkedom's nodes without room for listeners, which no article needs. Otherwise each node has a Map in one WeakMap for them
 * all: that took a tenth of the time of a page, and V8 up to 160 ms at a time to clear it, 13 ms without it (`--trace-gc`).
 *
 * `super()` calls whatever is the prototype of a class when it is called (ECMA-262, section 13.3.7.3), so that nothing of linkedom has to be
 * changed but what its `Node` derives from. The methods for listeners stay, and fail.
 */
import { Node } from 'linkedom';

class Silent {}

/** What linkedom exports cannot make nodes; what makes them is the class that it derives from. */
const nodeClass: object = Object.getPrototypeOf(Node);

Object.setPrototypeOf(nodeClass, Silent);

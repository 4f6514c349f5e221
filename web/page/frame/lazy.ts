import type { ComponentType } from "react";

/**
 * A page whose script is loaded when somebody goes there. Not React's own: that one keeps what it showed for 0.3 s after the
 * script has arrived, so that nothing flickers; here what comes next would be the page itself.
 */
export type Lazy<P> = {
    /** Begins loading, once. */
    load: () => Promise<ComponentType<P>>;
    /** The page, once it is there. */
    loaded: () => ComponentType<P> | undefined;
};

export function lazy<P>(script: () => Promise<{ default: ComponentType<P> }>): Lazy<P> {
    let asked: Promise<ComponentType<P>> | undefined;
    let page: ComponentType<P> | undefined;
    return {
        load: () => {
            asked ??= script().then((module) => (page = module.default));
            // What could not be loaded is tried again when somebody comes back.
            asked.catch(() => (asked = undefined));
            return asked;
        },
        loaded: () => page,
    };
}

import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { go } from "./route";

/** A link within the page: one like any other for who opens it in another tab. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
    const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
        rest.onClick?.(event);
        if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            go(href);
        }
    };
    return <a {...rest} href={href} onClick={onClick} />;
}

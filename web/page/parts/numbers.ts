/** Numbers as people read them. */
export function digits(value: number | string | null | undefined): string {
    if (value === null || value === undefined) {
        return "–";
    }
    if (typeof value === "string") {
        return value;
    }
    if (Number.isInteger(value)) {
        return Math.abs(value) < 1e15 ? value.toLocaleString("en-US") : value.toExponential(3);
    }
    const size = Math.abs(value);
    return size < 0.001 || size >= 1e6 ? value.toExponential(2) : size >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
}

/** "3 trials". */
export function count(number: number, noun: string): string {
    return number.toLocaleString("en-US") + " " + noun + (number === 1 ? "" : "s");
}

/** "3.2 s", "5 min", "2.5 h". */
export function time(seconds: number): string {
    if (seconds < 100) {
        return seconds.toFixed(1) + " s";
    }
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : (seconds / 3600).toFixed(1) + " h";
}

/** "640 bytes", "12 kB", "3.4 MB". */
export function bytes(number: number): string {
    if (number < 1000) {
        return number + (number === 1 ? " byte" : " bytes");
    }
    if (number < 1e6) {
        return Math.round(number / 1e3) + " kB";
    }
    return number < 1e9 ? (number / 1e6).toFixed(1) + " MB" : (number / 1e9).toFixed(1) + " GB";
}

/** A moment on this person's clock. */
export function moment(iso: string): string {
    return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

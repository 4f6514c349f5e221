import { useState } from "react";
import type { Field } from "./types";

/** Of numbers to choose from, those that the usual change leads to. */
export function neighbours(field: Field, value: string): { words: string; to: string }[] {
    const factor = field.usual_factor;
    if (factor === undefined) {
        return [];
    }
    const to = (wanted: number) => field.choices?.find((choice) => Number(choice) === wanted);
    return [
        { words: "÷" + factor, to: to(Number(value) / factor) },
        { words: "×" + factor, to: to(Number(value) * factor) },
    ].flatMap((step) => (step.to === undefined ? [] : [{ words: step.words, to: String(step.to) }]));
}

/** Any decimal number can be typed; the usual changes are a press away. */
export function NumberField({ id, field, value, set }: { id: string; field: Field; value: string; set: (next: string) => void }) {
    const [typed, setTyped] = useState<string>();
    const now = Number(typed ?? value);
    const wrong = (typed ?? value).trim() === "" || Number.isNaN(now) || now < (field.low ?? -Infinity) || now > (field.high ?? Infinity);
    const settle = (next: number) => {
        const bounded = Math.min(field.high ?? next, Math.max(field.low ?? next, next));
        setTyped(undefined);
        set(written(field.type === "integer" ? Math.round(bounded) : bounded));
    };
    const steps =
        field.usual_factor !== undefined
            ? [
                  { words: "÷" + field.usual_factor, to: now / field.usual_factor },
                  { words: "×" + field.usual_factor, to: now * field.usual_factor },
              ]
            : field.usual_difference !== undefined
              ? [
                    { words: "−" + field.usual_difference, to: now - field.usual_difference },
                    { words: "+" + field.usual_difference, to: now + field.usual_difference },
                ]
              : [];
    return (
        <>
            <input
                id={id}
                className="short"
                inputMode="decimal"
                autoComplete="off"
                value={typed ?? value}
                aria-invalid={wrong}
                aria-describedby={id + "-help"}
                onChange={(event) => {
                    setTyped(event.target.value);
                    const next = Number(event.target.value);
                    if (event.target.value.trim() !== "" && !Number.isNaN(next)) {
                        set(event.target.value.trim());
                    }
                }}
                onBlur={() => setTyped(undefined)}
            />
            {steps.map((step) => (
                <button key={step.words} type="button" className="small" disabled={Number.isNaN(now)} onClick={() => settle(step.to)}>
                    {step.words}
                </button>
            ))}
            {wrong && <span className="wrong">must be {field.range}</span>}
        </>
    );
}

/** Without the last bits that no person typed: 0.003 times 3 is 0.009. */
function written(value: number): string {
    return String(Number(value.toPrecision(10)));
}

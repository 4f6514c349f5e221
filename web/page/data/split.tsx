import { useState } from "react";
import type { Act, Channel, Glance } from "./project";

/** Draws the parts, each category's share in each. */
export function Split({ glance, act }: { glance: Glance; act: Act }) {
    const [test, setTest] = useState(glance.test_share * 100);
    const [validation, setValidation] = useState(glance.validation_share * 100);
    const [keep, setKeep] = useState(true);
    const tested = glance.balance.some((row) => row.test > 0);
    return (
        <details>
            <summary>Training, validation and test</summary>
            <p className="faint">
                Each category gives its share to each part. The test part is looked at once, at the very end. Images without a label are in no
                part.
            </p>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void act("POST", "/split", { test_share: test / 100, validation_share: validation / 100, keep_test: keep && tested });
                }}
            >
                <div className="bar">
                    <label className="field">
                        Test <input type="number" min={5} max={50} value={test} onChange={(event) => setTest(event.target.valueAsNumber)} /> %
                    </label>
                    <label className="field">
                        Validation{" "}
                        <input type="number" min={5} max={50} value={validation} onChange={(event) => setValidation(event.target.valueAsNumber)} /> % of the
                        rest
                    </label>
                </div>
                {tested && (
                    <label className="field">
                        <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} /> keep the test part as it is
                    </label>
                )}
                <button type="submit">Draw the parts</button>
            </form>
        </details>
    );
}

/** How channels are shown; nothing is learnt from it. */
export function Channels({ glance, act }: { glance: Glance; act: Act }) {
    if (glance.channels.length === 0) {
        return null;
    }
    const set = (at: number, change: Partial<Channel>) => {
        const channels = glance.channels.map((channel, i) => {
            const next = i === at ? { ...channel, ...change } : channel;
            return next.low === undefined || next.high === undefined ? { colour: next.colour, visible: next.visible } : next;
        });
        void act("PUT", "/channels", { channels });
    };
    return (
        <details>
            <summary>Channels and contrast</summary>
            <p className="faint">Only how images are shown: what is learnt does not change.</p>
            <ul className="channels">
                {glance.channels.map((channel, i) => (
                    <li key={i}>
                        <label className="field">
                            <input type="checkbox" checked={channel.visible} onChange={(event) => set(i, { visible: event.target.checked })} /> Channel {i + 1}
                        </label>
                        <input type="color" aria-label={"Colour of channel " + (i + 1)} value={channel.colour} onChange={(event) => set(i, { colour: event.target.value })} />
                        <label className="field">
                            Brightest at{" "}
                            <select
                                value={channel.high ?? ""}
                                onChange={(event) => {
                                    const { low: _low, high: _high, ...rest } = channel;
                                    set(i, event.target.value === "" ? { ...rest, low: undefined!, high: undefined! } : { low: 0, high: Number(event.target.value) });
                                }}
                            >
                                <option value="">what each image has</option>
                                {[1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01].map((high) => (
                                    <option key={high} value={high}>
                                        {100 * high} % of the range
                                    </option>
                                ))}
                            </select>
                        </label>
                    </li>
                ))}
            </ul>
            <button type="button" onClick={() => void act("PUT", "/channels", { channels: [] })}>
                Show as usual
            </button>
        </details>
    );
}

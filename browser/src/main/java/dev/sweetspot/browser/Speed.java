package dev.sweetspot.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How quick a page is, as somebody sees it. What it says is worth what the machine does beside it. */
public final class Speed {
    private static final int LOADS = 5;

    private Speed() {}

    /**
     * Loads of a page, each with an empty cache.
     *
     * @param bytes of one load, headers and bodies as they come over the line
     * @param millis from the beginning of each load until what is waited for was there, in order
     */
    public record Loaded(long bytes, List<Integer> millis) {
        /** The one in the middle. */
        public int median() {
            return millis.get(millis.size() / 2);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d bytes, median %,d ms (%,d to %,d)",
                    bytes,
                    median(),
                    millis.get(0),
                    millis.get(millis.size() - 1));
        }
    }

    /** Loads a page five times until something is there: a CSS selector. */
    public static Loaded load(Browser browser, URI address, String wanted) {
        var millis = new ArrayList<Integer>();
        long bytes = 0;
        for (int i = 0; i < LOADS; i++) {
            try (var tab = browser.open(URI.create("about:blank"), ColorScheme.LIGHT, 1280)) {
                var finished = new ArrayList<Request>();
                tab.page().onRequestFinished(finished::add);
                tab.page().navigate(address.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                millis.add(((Number) tab.page()
                                .waitForFunction(
                                        "wanted => document.querySelector(wanted) !== null && performance.now()",
                                        wanted)
                                .jsonValue())
                        .intValue());
                // What is told of bytes comes a little later.
                tab.page().waitForTimeout(300);
                bytes = List.copyOf(finished).stream()
                        .map(Request::sizes)
                        .mapToLong(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                        .sum();
            }
        }
        millis.sort(null);
        return new Loaded(bytes, List.copyOf(millis));
    }

    /**
     * Frames of five seconds of scrolling.
     *
     * @param longest in milliseconds
     * @param most the longest of 95 per cent of them, in milliseconds
     * @param lacking how many frames had something in sight that had not come yet
     */
    public record Frames(int count, double longest, double most, int lacking) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f frames a second, the longest %.0f ms, 95 %% within %.0f ms; %d of %d frames with gaps",
                    count / 5.0,
                    longest,
                    most,
                    lacking,
                    count);
        }
    }

    /**
     * Scrolls something, some pixels with each frame.
     *
     * @param field what is scrolled: a CSS selector
     * @param step in pixels; 0 goes evenly from the top to the bottom
     * @param lacking a function of the field in JavaScript: whether something in sight has not come yet
     */
    @SuppressWarnings("unchecked")
    public static Frames scroll(Tab tab, String field, int step, String lacking) {
        var told = (List<Number>) tab.page().evaluate("""
                async ([selector, step]) => {
                    const field = document.querySelector(selector);
                    const lacking = LACKING;
                    const frame = () => new Promise(requestAnimationFrame);
                    field.scrollTop = 0;
                    await frame();
                    const frames = [];
                    let gaps = 0;
                    const begun = performance.now();
                    for (let last = await frame(); performance.now() - begun < 5000;) {
                        const to = (field.scrollHeight - field.clientHeight) * (performance.now() - begun) / 5000;
                        field.scrollTop = step === 0 ? to : field.scrollTop + step;
                        const now = await frame();
                        frames.push(now - last);
                        last = now;
                        gaps += lacking(field) ? 1 : 0;
                    }
                    frames.sort((a, b) => a - b);
                    return [frames.length, frames.at(-1), frames[Math.floor(frames.length * 0.95)], gaps];
                }
                """.replace("LACKING", lacking), List.of(field, step));
        return new Frames(
                told.get(0).intValue(),
                told.get(1).doubleValue(),
                told.get(2).doubleValue(),
                told.get(3).intValue());
    }
}

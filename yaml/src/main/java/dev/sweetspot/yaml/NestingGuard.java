package dev.sweetspot.yaml;

import java.util.ArrayDeque;

/**
 * Says whether a text opens more brackets, or indents further, than anything a person writes: the parser follows nesting
 * on the stack, and would end there.
 */
final class NestingGuard {
    private NestingGuard() {}

    static boolean tooDeep(String text, int deepest) {
        return text.lines().anyMatch(line -> dashes(line) > deepest)
                || brackets(text) > deepest
                || indents(text) > deepest;
    }

    /** How many brackets are open at most, brackets in texts included: a bound from above that costs nothing. */
    private static int brackets(String text) {
        int open = 0;
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                most = Math.max(most, ++open);
            } else if (c == ']' || c == '}') {
                open = Math.max(0, open - 1);
            }
        }
        return most;
    }

    /** Lists in lists on one line: "- - - -". */
    private static int dashes(String line) {
        int count = 0;
        int at = line.length() - line.stripLeading().length();
        while (line.startsWith("- ", at) || line.startsWith("? ", at)) {
            count++;
            at += 2;
        }
        return count;
    }

    /** How many ever deeper lines follow each other: each level of a block is indented further than the one around it. */
    private static int indents(String text) {
        var levels = new ArrayDeque<Integer>();
        int most = 0;
        for (var line : text.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            int indent = line.length() - line.stripLeading().length();
            while (!levels.isEmpty() && levels.peek() >= indent) {
                levels.pop();
            }
            levels.push(indent);
            most = Math.max(most, levels.size());
        }
        return most;
    }
}

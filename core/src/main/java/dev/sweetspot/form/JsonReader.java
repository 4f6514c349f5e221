package dev.sweetspot.form;

import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NullForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads one JSON text, character by character, and knows where it is. */
final class JsonReader {
    /** Deeper texts are refused, so that no text can exhaust the stack. */
    private static final int MOST_LEVELS = 200;

    private final String text;
    private final String source;
    private int at;
    private int line = 1;
    private int lineStart;
    private int level;

    JsonReader(String text, String source) {
        this.text = text;
        this.source = source;
    }

    Form readAll() {
        var form = value();
        space();
        if (at < text.length()) {
            throw wrong("nothing may follow the value", "remove the rest?");
        }
        return form;
    }

    private Form value() {
        space();
        if (at >= text.length()) {
            throw wrong("a value must stand here, but the text ends", "");
        }
        if (++level > MOST_LEVELS) {
            throw wrong("more than " + MOST_LEVELS + " levels inside each other", "");
        }
        var form =
                switch (text.charAt(at)) {
                    case '{' -> map();
                    case '[' -> list();
                    case '"' -> text();
                    case 't' -> word("true", new BooleanForm(true, here()));
                    case 'f' -> word("false", new BooleanForm(false, here()));
                    case 'n' -> word("null", new NullForm(here()));
                    default -> number();
                };
        level--;
        return form;
    }

    private MapForm map() {
        var start = here();
        var entries = new LinkedHashMap<String, Form>();
        var keys = new LinkedHashMap<String, Position>();
        at++;
        if (!closes('}')) {
            do {
                space();
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw wrong("a key in double quotes must stand here", "");
                }
                var keyAt = here();
                var key = string();
                expect(':');
                keys.put(key, keyAt);
                if (entries.put(key, value()) != null) {
                    throw new InvalidInputException(
                            keyAt + ": key = \"" + key + "\": is there twice. Maybe remove one?");
                }
            } while (goesOn('}'));
        }
        return new MapForm(entries, start, keys);
    }

    private ListForm list() {
        var start = here();
        var items = new ArrayList<Form>();
        at++;
        if (!closes(']')) {
            do {
                items.add(value());
            } while (goesOn(']'));
        }
        return new ListForm(items, start);
    }

    private boolean closes(char end) {
        space();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char end) {
        if (closes(end)) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        throw wrong("',' or '" + end + "' must stand here", "");
    }

    private void expect(char character) {
        space();
        if (at >= text.length() || text.charAt(at) != character) {
            throw wrong("'" + character + "' must stand here", "");
        }
        at++;
    }

    private Form word(String word, Form form) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value must stand here", word + "?");
        }
        at += word.length();
        return form;
    }

    private NumberForm number() {
        var start = here();
        int from = at;
        int first = text.startsWith("-", at) ? at + 1 : at;
        int end = digits(first);
        // A number that begins with a zero has no other digit before its point.
        end = end > first && text.charAt(first) == '0' ? first + 1 : end;
        if (end == first) {
            throw wrong("a value must stand here", "put a text in double quotes?");
        }
        if (text.startsWith(".", end) && digits(end + 1) > end + 1) {
            end = digits(end + 1);
        }
        if (text.startsWith("e", end) || text.startsWith("E", end)) {
            int power = text.startsWith("+", end + 1) || text.startsWith("-", end + 1) ? end + 2 : end + 1;
            end = digits(power) > power ? digits(power) : end;
        }
        at = end;
        return new NumberForm(text.substring(from, end), start);
    }

    /** Where the digits that begin at a place end. */
    private int digits(int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private TextForm text() {
        var start = here();
        return new TextForm(string(), start);
    }

    private String string() {
        int begin = at + 1;
        int plain = begin;
        while (plain < text.length() && plainly(text.charAt(plain))) {
            plain++;
        }
        if (text.startsWith("\"", plain)) {
            at = plain + 1;
            return text.substring(begin, plain);
        }
        var out = new StringBuilder();
        for (at++; ; at++) {
            if (at >= text.length()) {
                throw wrong("the text in double quotes has no end", "");
            }
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c < 0x20) {
                throw wrong("a control character must be written as an escape", "\\n?");
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private static boolean plainly(char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    }

    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("'\\" + c + "' is no escape", "\\\\?");
        };
    }

    private char unicode() {
        try {
            var digits = text.substring(at + 1, at + 5);
            if (!digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
                throw wrong("four hexadecimal digits must follow \\u", "");
            }
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        } catch (IndexOutOfBoundsException end) {
            throw wrong("four hexadecimal digits must follow \\u", "");
        }
    }

    private void space() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    private Position here() {
        return new Position(source, line, at - lineStart + 1);
    }

    private InvalidInputException wrong(String rule, String maybe) {
        return new InvalidInputException(here() + ": " + rule + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe));
    }
}

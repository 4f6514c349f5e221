package dev.sweetspot.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two data sets the same: sha-256 over their content and all that belongs to it. */
final class ContentHash {
    /** Bytes of a sha-256. */
    static final int BYTES = 32;

    private ContentHash() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(ImageSet set) {
        MessageDigest sha = sha256();
        text(sha, "sweetspot images 1");
        number(sha, set.height());
        number(sha, set.width());
        number(sha, set.channels());
        number(sha, set.depth().bytes());
        number(sha, set.classNames().size());
        set.classNames().forEach(name -> text(sha, name));
        number(sha, set.size());
        for (int i = 0; i < set.size(); i++) {
            text(sha, set.name(i));
            number(sha, set.labelled() ? set.label(i) : -1);
            sha.update(set.digest(i));
        }
        if (!set.mark().isEmpty()) {
            text(sha, set.mark());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static String of(TableSet set) {
        MessageDigest sha = sha256();
        text(sha, "sweetspot table 1");
        number(sha, set.size());
        set.columns().forEach(column -> column(sha, column));
        task(sha, set.task());
        for (int i = 0; i < set.size(); i++) {
            text(sha, set.name(i));
        }
        set.groups().ifPresent(groups -> {
            text(sha, groups.name());
            for (int i = 0; i < set.size(); i++) {
                text(sha, groups.nameOf(groups.of(i)));
            }
        });
        set.moments().ifPresent(moments -> {
            text(sha, moments.name());
            var bytes = ByteBuffer.allocate(set.size() * Double.BYTES);
            for (int i = 0; i < set.size(); i++) {
                bytes.putDouble(moments.of(i));
            }
            sha.update(bytes.flip());
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void column(MessageDigest sha, Column column) {
        text(sha, column.name());
        if (column instanceof Column.Numbers numbers) {
            numbers(sha, numbers.size(), numbers::value);
        } else if (column instanceof Column.Categories categories) {
            number(sha, categories.categories().size());
            categories.categories().forEach(category -> text(sha, category));
            for (int i = 0; i < categories.size(); i++) {
                number(sha, categories.code(i));
            }
        }
    }

    private static void task(MessageDigest sha, Task task) {
        text(sha, task.kind().word());
        if (task instanceof Task.Classification classes) {
            classes.classNames().forEach(name -> text(sha, name));
            for (int i = 0; i < task.size(); i++) {
                number(sha, classes.label(i));
            }
        } else if (task instanceof Task.Regression numbers) {
            text(sha, numbers.targetName());
            var bytes = ByteBuffer.allocate(task.size() * Double.BYTES);
            for (int i = 0; i < task.size(); i++) {
                bytes.putDouble(numbers.target(i));
            }
            sha.update(bytes.flip());
        }
    }

    static String of(SequenceSet set) {
        MessageDigest sha = sha256();
        text(sha, "sweetspot series 1");
        set.channels().forEach(channel -> text(sha, channel));
        number(sha, set.size());
        for (int i = 0; i < set.size(); i++) {
            text(sha, set.name(i));
            sha.update(set.digest(i));
        }
        task(sha, set.task());
        return HexFormat.of().formatHex(sha.digest());
    }

    static byte[] ofRow(TableSet set, int row) {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(set.columns().size(), Integer.BYTES));
        for (var column : set.columns()) {
            bytes.putInt(
                    column instanceof Column.Numbers numbers
                            ? Float.floatToIntBits(numbers.value(row))
                            : ((Column.Categories) column).code(row));
        }
        return sha256().digest(bytes.array());
    }

    static byte[] ofSeries(SequenceSet set, int i) {
        MessageDigest sha = sha256();
        var values = set.series(i);
        number(sha, set.length(i));
        numbers(sha, values.length, k -> values[k]);
        return sha.digest();
    }

    private interface Floats {
        float at(int i);
    }

    private static void numbers(MessageDigest sha, int count, Floats values) {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES));
        for (int i = 0; i < count; i++) {
            bytes.putInt(Float.floatToIntBits(values.at(i)));
        }
        sha.update(bytes.flip());
    }

    private static void text(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(sha, bytes.length);
        sha.update(bytes);
    }

    private static void number(MessageDigest sha, int number) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}

package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The conversations of the guide, said again. To write the answers anew after a change of what is answered (and to look at
 * every difference then):
 *
 * <pre>./mvnw -pl cli -am test -Dtest=GuideTest -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dguide.write=true</pre>
 */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "ask-tell.md");
    private static final Pattern CONVERSATION = Pattern.compile("```ask-tell\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theConversationsOfTheGuideAreAnsweredAsItSays() throws IOException {
        var guide = Files.readString(GUIDE);
        var said = CONVERSATION.matcher(guide).replaceAll(found -> {
            var lines = new ArrayList<String>();
            try (var dialogue = dialogue()) {
                requests(found.group(1)).forEach(request -> {
                    lines.add("> " + request);
                    lines.add("< " + dialogue.answer(request));
                });
                assertThat(dialogue.ended()).isTrue();
            }
            return Matcher.quoteReplacement("```ask-tell\n" + String.join("\n", lines) + "\n```");
        });
        if (Boolean.getBoolean("guide.write")) {
            Files.writeString(GUIDE, said);
        }
        assertThat(CONVERSATION.matcher(guide).results()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(said).isEqualTo(guide);
    }

    private static Dialogue dialogue() {
        return new Dialogue(
                new Chosen("random", "none"),
                new Keeping(Clock.systemUTC(), "guide", Optional.empty(), InMemoryStore::new));
    }

    private static List<String> requests(String conversation) {
        return conversation
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }
}

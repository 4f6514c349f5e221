package dev.sweetspot.studio.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WishTest {
    private static final Wish.Search SEARCH = new Wish.Search(
            2.5,
            List.of("accuracy", "size"),
            List.of("memory<=2GB"),
            Map.of("family", "cnn"),
            Map.of("dropout", "0..0.5"),
            new Manner(Optional.of("random"), Optional.empty(), Optional.of(2), Optional.empty()));

    private static final WorkPlace PLACE = new WorkPlace(Path.of("0001"), "studies.db");

    @Test
    void aSearchIsSaidInTheWordsOfTheCommandLine() {
        assertThat(SEARCH.words("cells", PLACE))
                .containsExactly(
                        "tune",
                        "cells",
                        "--minutes",
                        "2.5",
                        "--objective=accuracy",
                        "--objective=size",
                        "--limit=memory<=2GB",
                        "--set=family=cnn",
                        "--search=dropout=0..0.5",
                        "--sampler=random",
                        "--workers=2",
                        "--store=studies.db",
                        "--out=" + Path.of("0001", "out"),
                        "--live=" + Path.of("0001", "live.jsonl"),
                        "--json");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var training = new Wish.Training(Map.of("learning_rate", "0.03"));
        var further = new Wish.Training(Map.of("epochs", "30"), Optional.of(Path.of("state.checkpoint")));
        assertThat(further.words("cells", PLACE)).contains("--from=state.checkpoint");
        for (var wish : List.of(SEARCH, training, further, new Wish.Prediction(Path.of("model.sweetspot")))) {
            assertThat(Wish.fromForm(Json.parseMap(Json.write(wish.toForm()), "test")))
                    .isEqualTo(wish);
        }
    }

    @Test
    void whatCouldBeTakenForAnotherOptionIsRefused() {
        assertThatThrownBy(() -> new Wish.Training(Map.of("x=1 --out", "2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not known");
        assertThat(new Wish.Search(1, List.of("--store=elsewhere"), List.of(), Map.of(), Map.of(), Manner.AUTOMATIC)
                        .words("cells", PLACE))
                .contains("--objective=--store=elsewhere");
    }

    @Test
    void aSearchWithoutTimeIsRefused() {
        assertThatThrownBy(() -> new Wish.Search(0, List.of(), List.of(), Map.of(), Map.of(), Manner.AUTOMATIC))
                .hasMessage("minutes = 0: must be above 0. Maybe 20?");
    }
}

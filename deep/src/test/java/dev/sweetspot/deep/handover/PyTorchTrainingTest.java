package dev.sweetspot.deep.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.Recipe;
import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.AdamW;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function that trains, as people read it. */
class PyTorchTrainingTest {
    private static String source(Regularization regularization) {
        var recipe =
                new Recipe(new CrossEntropy(0), new AdamW(), new Rate(1e-3, 0, new Constant()), regularization, 32);
        var lesson =
                new Lesson(recipe, Task.Kind.CLASSIFICATION, 3, 1, List.of(), Form.of(Map.of("epochs", Form.of(3))), 1);
        return new PyTorchTraining(lesson, false).text();
    }

    @Test
    void penaltiesArePartOfTheLoss() {
        assertThat(source(new Regularization(0, 0.5, 0.25, 0, 0, 0)))
                .contains("""
                                outputs = network(*(each[batch] for each in inputs))
                                loss = compare(outputs, targets[batch]) + 0.5 * sum(p.abs().sum() for p in kernels) + 0.125 * sum((p * p).sum() for p in kernels)
                                optimizer.zero_grad()
                                loss.backward()
                                optimizer.step()
                        """)
                .doesNotContain("noise");
    }

    @Test
    void noiseOnWeightsIsTakenBackBeforePenaltiesAndTheStep() {
        assertThat(source(new Regularization(0, 0, 0.25, 2, 0, 0.1)))
                .contains("""
                                network.train()
                                clean = add_noise(kernels, 0.1)
                                outputs = network(*(each[batch] for each in inputs))
                                loss = compare(outputs, targets[batch])
                                optimizer.zero_grad()
                                loss.backward()
                                take_back(kernels, clean)
                                (0.125 * sum((p * p).sum() for p in kernels)).backward()
                                nn.utils.clip_grad_norm_(network.parameters(), 2.0)
                                optimizer.step()
                        """)
                .contains("""

                        @torch.no_grad()
                        def add_noise(kernels, deviation):
                        """)
                .contains("""

                        @torch.no_grad()
                        def take_back(kernels, clean):
                        """);
    }
}

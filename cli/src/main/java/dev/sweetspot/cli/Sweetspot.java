package dev.sweetspot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "sweetspot",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds good hyperparameters for a network that learns from your images, tables or series, within the time "
                        + "you give, and hands over the trained winner with an honest figure of how good it is.",
        footer = {
            "",
            "First steps:",
            "  sweetspot tune samples/blood-cells --minutes 3",
            "  sweetspot studio",
            "  sweetspot explain learning_rate",
            "",
            "Exit codes: 0 done, 1 ran but failed, 2 wrong use or wrong input, 130 interrupted (the study can be resumed)."
        },
        subcommands = {
            TuneCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            PauseCommand.class,
            StopCommand.class,
            WorkerCommand.class,
            IsolatedTrialsCommand.class,
            TrainCommand.class,
            ChangeCommand.class,
            EnqueueCommand.class,
            PredictCommand.class,
            GenerateCommand.class,
            RetrainCommand.class,
            ExportCommand.class,
            StudioCommand.class,
            StudiesCommand.class,
            ShowCommand.class,
            TrialsCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            ListCommand.class,
            AskTellCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            CopyCommand.class,
            CleanCommand.class,
            HelpCommand.class
        })
final class Sweetspot implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}

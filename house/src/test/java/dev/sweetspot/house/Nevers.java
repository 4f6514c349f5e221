package dev.sweetspot.house;

import dev.sweetspot.attic.planted.ClassOutsideThePlan;
import dev.sweetspot.data.planted.left.CircleLeft;
import dev.sweetspot.data.planted.right.CircleRight;
import dev.sweetspot.deep.planted.NetworkThatImportsAClassicModel;
import dev.sweetspot.deep.planted.NetworkThatNamesTheEngine;
import dev.sweetspot.form.planted.FormThatReachesUp;
import dev.sweetspot.job.planted.DrawsByReference;
import dev.sweetspot.job.planted.DrawsFromMathRandom;
import dev.sweetspot.job.planted.DrawsFromNewRandom;
import dev.sweetspot.job.planted.DrawsFromTheThread;
import dev.sweetspot.job.planted.EndsTheProcess;
import dev.sweetspot.job.planted.JobThatImportsTheCommandLine;
import dev.sweetspot.job.planted.JobThatNamesSpark;
import dev.sweetspot.job.planted.JobThatReadsYaml;
import dev.sweetspot.job.planted.LooksAtTheInstant;
import dev.sweetspot.job.planted.LooksAtTheMillis;
import dev.sweetspot.job.planted.LooksByReference;
import dev.sweetspot.job.planted.PrintsAStackTrace;
import dev.sweetspot.job.planted.PrintsErrors;
import dev.sweetspot.job.planted.PrintsToTheTerminal;
import dev.sweetspot.job.planted.ReadsTheEnvironment;
import dev.sweetspot.job.planted.ReadsTheWholeEnvironment;
import dev.sweetspot.job.planted.SeesNoNull;
import dev.sweetspot.math.planted.MathThatImportsTheCore;
import dev.sweetspot.sampler.planted.SamplerThatLooksAside;
import dev.sweetspot.samplers.planted.PlantedSampler;
import dev.sweetspot.samplers.plantedother.SamplerThatImportsAnother;
import dev.sweetspot.schedulers.planted.PlantedHalving;
import dev.sweetspot.schedulers.plantedother.SchedulerThatImportsAnother;
import dev.sweetspot.space.planted.CoreThatImportsARoom;
import dev.sweetspot.space.planted.CoreThatNeedsALibrary;
import dev.sweetspot.store.jdbc.planted.StoreThatImportsASampler;
import java.util.List;

/** All the nevers. */
final class Nevers {
    private Nevers() {}

    static List<Never> all() {
        return List.of(
                Never.brokenByEach(
                        ImportRules.aRoomImportsOnlyRoomsBelow(),
                        CoreThatImportsARoom.class,
                        MathThatImportsTheCore.class,
                        NetworkThatImportsAClassicModel.class,
                        StoreThatImportsASampler.class,
                        JobThatImportsTheCommandLine.class),
                Never.brokenByEach(ImportRules.everyClassLivesInARoom(), ClassOutsideThePlan.class),
                Never.brokenByEach(
                        ImportRules.theFloorsOfTheCore(), FormThatReachesUp.class, SamplerThatLooksAside.class),
                Never.brokenByEach(ImportRules.theCoreNeedsTheJdkOnly(), CoreThatNeedsALibrary.class),
                Never.brokenByAll(ImportRules.noPackageCircle(), CircleLeft.class, CircleRight.class),
                Never.brokenByAll(
                        ImportRules.algorithmsDoNotMeet("samplers"),
                        SamplerThatImportsAnother.class,
                        PlantedSampler.class),
                Never.brokenByAll(
                        ImportRules.algorithmsDoNotMeet("schedulers"),
                        SchedulerThatImportsAnother.class,
                        PlantedHalving.class),
                Never.brokenByEach(ImportRules.theNativeEngineStaysInItsRoom(), NetworkThatNamesTheEngine.class),
                Never.brokenByEach(ImportRules.parsersStayInTheirRooms(), JobThatReadsYaml.class),
                Never.brokenByEach(ImportRules.onlyTheClusterNamesSpark(), JobThatNamesSpark.class),
                Never.brokenByEach(
                        CallRules.noEnvironment(), ReadsTheEnvironment.class, ReadsTheWholeEnvironment.class),
                Never.brokenByEach(
                        CallRules.noUnseededRandomness(),
                        DrawsFromNewRandom.class,
                        DrawsFromMathRandom.class,
                        DrawsFromTheThread.class,
                        DrawsByReference.class),
                Never.brokenByEach(
                        CallRules.noClock(), LooksAtTheInstant.class, LooksAtTheMillis.class, LooksByReference.class),
                Never.brokenByEach(CallRules.noExit(), EndsTheProcess.class),
                Never.brokenByEach(
                        CallRules.noTerminal(), PrintsToTheTerminal.class, PrintsErrors.class, PrintsAStackTrace.class),
                Never.brokenByEach(ImportRules.everyPackageSettlesNull(), SeesNoNull.class));
    }
}

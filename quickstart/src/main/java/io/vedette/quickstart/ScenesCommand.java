package io.vedette.quickstart;

import io.vedette.quickstart.scenes.Conditions;
import io.vedette.quickstart.scenes.DatasetSettings;
import io.vedette.quickstart.scenes.SceneDataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a dataset of simulated street scenes. */
@Command(
        name = "scenes",
        mixinStandardHelpOptions = true,
        description = {
            "Draws simulated street scenes with their exact truth, as a dataset in the COCO format.",
            "The same options give the same dataset; different seeds share no scene."
        },
        footer = {"", "Example:", "  vedette scenes --out street --frames 1000 --seed 1"})
final class ScenesCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,4})");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to: empty, or not there yet.")
    private Path folder;

    @Option(
            names = "--frames",
            paramLabel = "N",
            required = true,
            description = "How many pictures.")
    private int frames;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "What the scenes follow from. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--cameras",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many cameras look at each junction. Default: ${DEFAULT-VALUE}.")
    private int cameras;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "The quality of the JPEG files, 1 to 100. Default: 70 to 95 by turns.")
    private Integer quality = 0;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "640x360",
            description = "The pictures' size in pixels. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(
            names = "--conditions",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "day,day,dusk,day,rain,night,day,dusk,night-rain,day",
            description = {
                "Which to show, in turn: day, dusk, night, rain, dusk-rain, night-rain.",
                "Default: ${DEFAULT-VALUE}."
            })
    private List<String> conditions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many threads draw. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        DatasetSettings settings = settings();
        long begin = System.nanoTime();
        try {
            new SceneDataset(settings).write(folder, this::show);
        } catch (IOException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d pictures in '%s', %.1f s, %.1f a second%n",
                frames,
                folder,
                seconds,
                frames / seconds);
        out.flush();
        return ExitCode.OK;
    }

    private DatasetSettings settings() {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw wrong("Option '--size' must be like 640x360 but was '%s'.".formatted(size));
        }
        if (spec.commandLine().getParseResult().hasMatchedOption("--quality") && quality < 1) {
            throw wrong("Quality must be between 1 and 100 but was %d.".formatted(quality));
        }
        try {
            return new DatasetSettings(
                    seed,
                    frames,
                    cameras,
                    quality,
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    conditions.stream().map(Conditions::of).toList(),
                    threads);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void show(int done) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("\r%d of %d pictures%s", done, frames, done == frames ? "\n" : "");
        err.flush();
    }
}

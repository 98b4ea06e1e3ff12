package io.vedette.quickstart;

import picocli.CommandLine.Command;

/** What can be done with a model package. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Works with model packages.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ModelInitCommand.class,
            ModelCheckCommand.class,
            ModelEvalCommand.class,
            ModelDynamicBatchCommand.class
        })
final class ModelCommand {}

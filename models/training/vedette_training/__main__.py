"""``python -m vedette_training train`` and ``evaluate``."""

import argparse
import os
import shlex
import sys
import time
from functools import partial
from pathlib import Path

import torch

from vedette_training.batches import Plan
from vedette_training.card import Making, card
from vedette_training.coco import CocoSet, DataError
from vedette_training.evaluation import evaluate
from vedette_training.network import Detector
from vedette_training.package import Identity, write_description, write_network
from vedette_training.pictures import Size, load
from vedette_training.training import Settings, has_bfloat16, train
from vedette_training.weights import start_from


def main(words: list[str]) -> int:
    arguments = _parser().parse_args(words)
    try:
        arguments.run(arguments, words)
    except DataError as e:
        print(f"vedette_training: {e}", file=sys.stderr)
        return 1
    return 0


def _train(arguments: argparse.Namespace, words: list[str]) -> None:
    identity = Identity(
        arguments.name,
        arguments.version,
        arguments.description,
        arguments.author,
        arguments.licence,
    )
    size = Size.parse(arguments.size)
    torch.set_num_threads(1)
    learnt = CocoSet.read(arguments.data)
    held_out = CocoSet.read(arguments.val).named(learnt.names)
    torch.manual_seed(arguments.seed)
    detector = Detector(len(learnt.names), size)
    if arguments.start_from:
        shared = start_from(detector, learnt.names, arguments.start_from)
        print(f"Starting from {arguments.start_from}, which knows {shared or 'no class of these'}.")
    plan = Plan(arguments.epochs, arguments.batch)
    bfloat16 = {"auto": has_bfloat16(), "bfloat16": True, "float32": False}[arguments.precision]
    settings = Settings(plan, arguments.learning_rate, arguments.seed, arguments.threads, bfloat16)
    print(f"Reading {len(learnt.pictures)} pictures of {learnt.names}.", flush=True)
    samples = load(learnt, size)
    steps = plan.steps(len(samples))
    print(f"Training for {steps} steps, in {'bfloat16' if bfloat16 else 'float32'}.", flush=True)
    network = arguments.output / "model.onnx"
    figures = []

    def look(average: Detector) -> None:
        write_network(network, average, learnt.names, size, identity)
        figures.append(evaluate(network, held_out))
        print(figures[-1], flush=True)

    begin = time.monotonic()
    told = partial(print, flush=True)
    trained = train(detector, samples, settings, told, look=look, looks=arguments.looks)
    minutes = (time.monotonic() - begin) / 60
    write_description(arguments.output, learnt.names, size, identity, figures[-1].confidence)
    making = Making(
        commands=["python -m vedette_training " + shlex.join(words)],
        seed=arguments.seed,
        steps=steps,
        minutes=minutes,
        parameters=sum(p.numel() for p in trained.parameters()),
        bytes=network.stat().st_size,
        notes=arguments.notes.read_text(encoding="utf-8") if arguments.notes else "",
    )
    text = card(identity, size, learnt, held_out, figures[-1], making)
    (arguments.output / "README.md").write_text(text, encoding="utf-8")
    print(f"Wrote {arguments.output}.")


def _evaluate(arguments: argparse.Namespace, _: list[str]) -> None:
    labels = (arguments.package / "labels.txt").read_text(encoding="utf-8").splitlines()
    print(evaluate(arguments.package / "model.onnx", CocoSet.read(arguments.val).named(labels)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m vedette_training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    learn = commands.add_parser("train", help="trains a detector and writes its package")
    learn.set_defaults(run=_train)
    learn.add_argument("--data", type=Path, required=True, help="what is learnt, in COCO's form")
    learn.add_argument("--val", type=Path, required=True, help="what is held out to judge by")
    learn.add_argument("--output", type=Path, required=True, help="the folder of the package")
    learn.add_argument("--name", required=True, help="of the model, such as street")
    learn.add_argument("--version", default="1")
    learn.add_argument("--description", default="")
    learn.add_argument("--author", default="")
    learn.add_argument("--licence", default="Apache-2.0")
    learn.add_argument("--notes", type=Path, help="a file whose text ends the card of the model")
    learn.add_argument("--size", default="448x256", help="the picture that the network takes")
    learn.add_argument("--start-from", type=Path, help="a package of this trainer")
    learn.add_argument("--epochs", type=_positive, default=20, help="times that all is seen")
    learn.add_argument("--looks", type=_positive, default=4, help="times that it is judged")
    learn.add_argument("--batch", type=_positive, default=16)
    learn.add_argument("--learning-rate", type=float, default=2e-3)
    learn.add_argument("--seed", type=int, default=1)
    learn.add_argument("--threads", type=_positive, default=os.cpu_count() or 1)
    learn.add_argument("--precision", choices=["auto", "bfloat16", "float32"], default="auto")
    judge = commands.add_parser("evaluate", help="scores a package by COCO's metric")
    judge.set_defaults(run=_evaluate)
    judge.add_argument("--package", type=Path, required=True)
    judge.add_argument("--val", type=Path, required=True)
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be 1 or more but was {number}")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

package io.vedette.models.init;

import io.vedette.models.recognition.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes decisions as a {@code model.yaml} that a person reads and edits. */
final class YamlText {

    private static final int COMMENT_COLUMN = 34;

    /** Text that YAML takes for text without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

    private static final Pattern WORD_WITH_A_MEANING =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private final List<String> lines = new ArrayList<>();
    private List<String> open = List.of();

    private YamlText() {}

    /**
     * The text of a {@code model.yaml}.
     *
     * @param source the file that it was written for
     */
    static String of(String source, List<Decision> decisions) {
        YamlText text = new YamlText();
        text.lines.add("# Written by 'vedette model init' for %s.".formatted(oneLine(source)));
        text.lines.add("# sure: the file says or shows it; likely; guess: check it.");
        decisions.forEach(text::add);
        return String.join("\n", text.lines) + "\n";
    }

    private void add(Decision decision) {
        List<String> path = List.of(decision.field().split("\\.", 3));
        List<String> sections = path.subList(0, path.size() - 1);
        openSections(sections);
        String indent = "  ".repeat(sections.size());
        String key = scalar(path.get(path.size() - 1));
        if (decision.isOpen()) {
            lines.add("%s# %s: %s".formatted(indent, key, oneLine(decision.reason())));
            return;
        }
        String line = "%s%s: %s".formatted(indent, key, decision.value());
        if (decision.reason().isEmpty()) {
            lines.add(line);
            return;
        }
        String comment =
                "# %s: %s".formatted(decision.sureness().key(), oneLine(decision.reason()));
        if (line.length() < COMMENT_COLUMN) {
            lines.add(line + " ".repeat(COMMENT_COLUMN - line.length()) + comment);
        } else {
            lines.add(indent + comment);
            lines.add(line);
        }
    }

    private void openSections(List<String> sections) {
        int same = 0;
        while (same < Math.min(open.size(), sections.size())
                && open.get(same).equals(sections.get(same))) {
            same++;
        }
        for (int depth = same; depth < sections.size(); depth++) {
            lines.add("  ".repeat(depth) + sections.get(depth) + ":");
        }
        open = sections;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Text as it stands in YAML, in quotes where it needs them. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORD_WITH_A_MEANING.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : oneLine(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(Character.isISOControl(c) ? ' ' : c);
        }
        return quoted.append('"').toString();
    }
}

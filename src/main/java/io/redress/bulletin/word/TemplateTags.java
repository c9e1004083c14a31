package io.redress.bulletin.word;

import io.redress.common.problem.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Validates the tags of a template: reports each one that is unknown, misspelt, or in the wrong block, and each block
 * that does not end. Word may split a tag over several runs, so tags are read from the whole paragraph.
 */
public final class TemplateTags {

    private static final String FILE = "/file";
    private static final String INSIDE = "template-tag-inside";
    private static final int LONGEST_PLACE = 40;

    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern SIGN = Pattern.compile("^[^\\w\\s]");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}|｛|｝");

    /** A block must end in the container where it began: the same cell, text box or page header. */
    private static final Set<String> CONTAINERS =
            Set.of("body", "tc", "hdr", "ftr", "txbxContent", "sdtContent", "footnote", "endnote");

    private final Map<String, Violation> found = new LinkedHashMap<>();
    private final Set<TemplateTag> used = EnumSet.noneOf(TemplateTag.class);

    private record Open(TemplateTag tag, String place) {}

    static List<Violation> violations(TemplatePackage template) {
        var tags = new TemplateTags();
        template.printed().forEach(part -> tags.visit(part, new ArrayDeque<>()));
        Stream.of(TemplateTag.values())
                .filter(tag -> tag.isNeeded() && !tags.used.contains(tag))
                .forEach(tag -> tags.add("template-tag-missing", tag.written()));
        return List.copyOf(tags.found.values());
    }

    private void visit(Element element, Deque<Open> open) {
        if (CONTAINERS.contains(element.getLocalName()) && TemplatePackage.WORD.equals(element.getNamespaceURI())) {
            container(element, open);
            return;
        }
        if (TemplatePackage.isWord(element, "p")) {
            tags(text(element), open);
        }
        TemplatePackage.children(element).forEach(child -> visit(child, open));
    }

    /** A block around the container also applies inside it. */
    private void container(Element container, Deque<Open> around) {
        var open = new ArrayDeque<>(around);
        if (TemplatePackage.children(container).anyMatch(child -> TemplatePackage.isWord(child, "r"))) {
            tags(text(container), open);
        }
        TemplatePackage.children(container).forEach(child -> visit(child, open));
        while (open.size() > around.size()) {
            var unclosed = open.pop();
            // the following tags stand in it only because its end is missing
            found.values()
                    .removeIf(violation ->
                            violation.code().equals(INSIDE) && violation.arguments()[2].equals(unclosed.tag.written()));
            add("template-block-not-closed", unclosed.tag.written(), unclosed.place);
        }
    }

    private static String text(Element paragraph) {
        var text = new StringBuilder();
        collect(paragraph, text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        TemplatePackage.children(element).forEach(child -> {
            var name = child.getLocalName();
            if (!TemplatePackage.WORD.equals(child.getNamespaceURI())) {
                return;
            }
            if (name.equals("t")) {
                text.append(child.getTextContent());
            } else if (Set.of("br", "cr", "tab").contains(name)) {
                text.append('\t');
            } else if (!CONTAINERS.contains(name)) {
                collect(child, text);
            }
        });
    }

    private void tags(String text, Deque<Open> open) {
        var place = text.strip().length() <= LONGEST_PLACE
                ? text.strip()
                : text.strip().substring(0, LONGEST_PLACE) + "…";
        var matcher = TAG.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(rest, " ");
            tag(matcher.group(1), place, open);
        }
        matcher.appendTail(rest);
        if (BRACES.matcher(rest).find()) {
            add("template-braces", place);
        }
    }

    private void tag(String written, String place, Deque<Open> open) {
        var named = TemplateTag.named(SIGN.matcher(written).replaceFirst(""));
        if (named.isEmpty()) {
            add("template-tag-unknown", "{{" + written + "}}", place);
            return;
        }
        var tag = named.get();
        used.add(tag);
        if (tag.isBlock() && written.startsWith("/")) {
            close(tag, place, open);
            return;
        }
        if (!tag.written().equals("{{" + written + "}}")) {
            add("template-tag-form", "{{" + written + "}}", place, tag.written());
        }
        demandPlace(tag, place, open);
        if (tag.isBlock()) {
            open.push(new Open(tag, place));
        }
    }

    private void close(TemplateTag tag, String place, Deque<Open> open) {
        var end = "{{/" + tag.tagName() + "}}";
        if (open.isEmpty() || open.stream().noneMatch(block -> block.tag == tag)) {
            add("template-block-not-opened", end, place);
        } else if (open.peek().tag == tag) {
            open.pop();
        } else {
            add("template-blocks-cross", end, place, open.peek().tag.written());
            open.removeIf(block -> block.tag == tag);
        }
    }

    private void demandPlace(TemplateTag tag, String place, Deque<Open> open) {
        var blocks = open.stream().map(Open::tag).toList();
        var list = blocks.stream().filter(TemplateTag::isList).findFirst().orElse(null);
        var parent = tag.parent();
        if (parent != null && (list != tag.list() || !blocks.contains(parent))) {
            add("template-tag-outside", tag.written(), place, parent.written());
        } else if (parent == null && list != null) {
            add(INSIDE, tag.written(), place, list.written());
        }
    }

    /** Reports each violation once; Word stores a text box twice. */
    private void add(String code, Object... arguments) {
        found.putIfAbsent(code + new ArrayList<>(List.of(arguments)), new Violation(FILE, code, arguments));
    }
}

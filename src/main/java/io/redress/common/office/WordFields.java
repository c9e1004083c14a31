package io.redress.common.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Field instructions of a Word document (ISO/IEC 29500-1, 17.16), joined from the runs over which they are split. The
 * caller passes the elements of one part in document order.
 */
public final class WordFields {

    private static final Pattern NAME = Pattern.compile("^\\s*(=|[^\\s\\\\\"=]+)");

    /** Placeholder for a nested field; Word puts the field's result in its place. */
    public static final char INNER = '\uFFFC';

    private final List<String> instructions = new ArrayList<>();
    private final List<String> unended = new ArrayList<>();
    private final ArrayDeque<Field> open = new ArrayDeque<>();

    private static final class Field {

        private final StringBuilder instruction = new StringBuilder();
        private boolean hasResult;
    }

    /** Reads the next element of a DOM tree. */
    public void read(Element element) {
        begin(element.getLocalName(), name -> attribute(element, name));
        if (isInstruction(element.getLocalName())) {
            instruction(element.getTextContent());
        }
    }

    /**
     * Reads the start of the next element. Ignores the namespace, because Word accepts its elements in two.
     *
     * @param attributes by local name; empty or null for an absent one
     */
    public void begin(String name, UnaryOperator<String> attributes) {
        if (name.equals("fldSimple")) {
            mention();
            instructions.add(said(attributes.apply("instr")));
        } else if (name.equals("fldChar")) {
            character(said(attributes.apply("fldCharType")).strip().toLowerCase(Locale.ROOT));
        }
    }

    public static boolean isInstruction(String name) {
        return name.equals("instrText") || name.equals("delInstrText");
    }

    public void instruction(String text) {
        if (!open.isEmpty()) {
            open.peek().instruction.append(text);
        }
    }

    private static String said(String value) {
        return value == null ? "" : value;
    }

    private void character(String type) {
        switch (type) {
            case "begin" -> {
                mention();
                open.push(new Field());
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().hasResult = true;
                }
            }
            case "end" -> {
                if (open.isEmpty()) {
                    unended.add(type);
                } else {
                    instructions.add(open.pop().instruction.toString());
                }
            }
            default -> unended.add(type);
        }
    }

    /**
     * The result of a nested field is part of the outer instruction: a name that contains it is unknown until Word runs
     * it.
     */
    private void mention() {
        if (!open.isEmpty() && !open.peek().hasResult) {
            open.peek().instruction.append(INNER);
        }
    }

    /** The instructions of all complete fields. */
    public List<String> instructions() {
        return List.copyOf(instructions);
    }

    /** Instructions of fields without an end, and the types of field characters without a begin. */
    public List<String> unended() {
        var all = new ArrayList<>(unended);
        open.forEach(field -> all.add(field.instruction.toString().strip()));
        return all;
    }

    /**
     * The name of a field, in capitals, or empty. Never the name of a known field if a nested field supplies part of
     * it.
     */
    public static String name(String instruction) {
        var name = NAME.matcher(instruction);
        return name.find() ? name.group(1).toUpperCase(Locale.ROOT) : "";
    }

    private static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }
}

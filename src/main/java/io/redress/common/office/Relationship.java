package io.redress.common.office;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Relationship of one part of an office document to another part or to a place outside (OPC, ISO/IEC 29500-2). Type and mode
 * are read as a lenient reader reads them, whatever their case and the blanks around them.
 *
 * @param kind the end of its type, such as {@code attachedtemplate}, in lower case
 * @param isOutside whether what it names lies outside the file; a mode that does not exist counts as outside
 */
public record Relationship(String kind, String target, boolean isOutside) {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]");
    private static final Pattern ADDRESS = Pattern.compile("//|\\\\\\\\|^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Set<String> INSIDE = Set.of("", "internal");

    public static Relationship of(Element element) {
        return of(element.getAttribute("Type"), element.getAttribute("Target"), element.getAttribute("TargetMode"));
    }

    /** Of the attributes as they are written; null for one that is not. */
    public static Relationship of(String type, String target, String mode) {
        var kind = folded(type).replaceAll("/+$", "");
        var address = target == null ? "" : target;
        return new Relationship(
                kind.substring(kind.lastIndexOf('/') + 1),
                address,
                !INSIDE.contains(folded(mode))
                        || ADDRESS.matcher(UNSEEN.matcher(address).replaceAll(""))
                                .find());
    }

    /** A link waits until it is clicked. */
    public boolean isLink() {
        return kind.equals("hyperlink");
    }

    private static String folded(String value) {
        return value == null ? "" : UNSEEN.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

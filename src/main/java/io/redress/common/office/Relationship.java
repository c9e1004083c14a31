package io.redress.common.office;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Relationship of a part of an office document to another part or to an external target (OPC, ISO/IEC 29500-2). Case
 * and blanks in type and mode are ignored, as by a lenient reader.
 *
 * @param kind the last segment of its type, such as {@code attachedtemplate}, in lower case
 * @param isOutside whether the target is outside the file; an unknown mode counts as outside
 */
public record Relationship(String kind, String target, boolean isOutside) {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]");
    private static final Pattern ADDRESS = Pattern.compile("//|\\\\\\\\|^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Set<String> INSIDE = Set.of("", "internal");

    public static Relationship of(Element element) {
        return of(element.getAttribute("Type"), element.getAttribute("Target"), element.getAttribute("TargetMode"));
    }

    /** From the attributes as written; null for an absent one. */
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

    /** A link loads nothing until the reader clicks it. */
    public boolean isLink() {
        return kind.equals("hyperlink");
    }

    private static String folded(String value) {
        return value == null ? "" : UNSEEN.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

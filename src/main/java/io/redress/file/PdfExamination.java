package io.redress.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Examines a PDF (ISO 32000-1) for actions and attachments. It visits every object reachable from the trailer; a link
 * that waits for a click is no warning.
 */
final class PdfExamination {

    private static final int MOST_OBJECTS = 1_000_000;

    private static final COSName ACTION = COSName.S;
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName FORMS_OF_XFA = COSName.getPDFName("XFA");
    private static final Set<String> CARRYING = Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Map<FileWarning, Pattern> IN_CLEAR = Map.of(
            FileWarning.SCRIPT, Pattern.compile("/(JavaScript|JS|XFA)\\b"),
            FileWarning.RUNS_PROGRAM, Pattern.compile("/Launch\\b"),
            FileWarning.EMBEDDED_FILE, Pattern.compile("/(EmbeddedFiles?|EF|RichMedia|FileAttachment|GoToE)\\b"),
            FileWarning.EXTERNAL_CONTENT,
                    Pattern.compile("/(SubmitForm|ImportData)\\b|/(OpenAction|AA)\\b.*/(URI|GoToR)\\b", Pattern.DOTALL),
            FileWarning.PASSWORD, Pattern.compile("/Encrypt\\b"));

    private final Set<FileWarning> found = EnumSet.noneOf(FileWarning.class);
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<COSBase> next = new ArrayDeque<>();

    private PdfExamination() {}

    static Set<FileWarning> of(byte[] pdf) {
        var examination = new PdfExamination();
        try (var document = Loader.loadPDF(pdf)) {
            examination.walk(document.getDocument().getTrailer());
        } catch (InvalidPasswordException e) {
            examination.found.add(FileWarning.PASSWORD);
        } catch (IOException e) {
            examination.found.add(FileWarning.NOT_EXAMINED);
            examination.search(pdf);
        }
        return examination.found;
    }

    /** Searches the raw bytes of a file that PDFBox cannot read but another reader perhaps can. */
    private void search(byte[] pdf) {
        var text = ESCAPED.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
        IN_CLEAR.forEach((warning, words) -> {
            if (words.matcher(text).find()) {
                found.add(warning);
            }
        });
    }

    private void walk(COSBase root) {
        visit(root);
        while (!next.isEmpty()) {
            if (seen.size() > MOST_OBJECTS) {
                found.add(FileWarning.NOT_EXAMINED);
                return;
            }
            var object = next.pop();
            if (object instanceof COSDictionary dictionary) {
                examine(dictionary);
                dictionary.getValues().forEach(this::visit);
            } else if (object instanceof COSArray array) {
                array.forEach(this::visit);
            }
        }
    }

    private void visit(COSBase value) {
        var object = value instanceof COSObject reference ? reference.getObject() : value;
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            next.push(object);
        }
    }

    private void examine(COSDictionary dictionary) {
        action(dictionary.getNameAsString(ACTION));
        if (dictionary.containsKey(SCRIPT) || dictionary.containsKey(FORMS_OF_XFA)) {
            found.add(FileWarning.SCRIPT);
        }
        if (dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(COSName.EMBEDDED_FILES)
                || CARRYING.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))) {
            found.add(FileWarning.EMBEDDED_FILE);
        }
        // a stream whose data is in another file
        if (dictionary instanceof COSStream && dictionary.containsKey(COSName.F)) {
            found.add(FileWarning.EXTERNAL_CONTENT);
        }
        automatic(dictionary.getDictionaryObject(COSName.OPEN_ACTION));
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary triggered) {
            triggered.keySet().forEach(trigger -> automatic(triggered.getDictionaryObject(trigger)));
        }
    }

    private void action(String kind) {
        switch (String.valueOf(kind)) {
            case "JavaScript", "Rendition" -> found.add(FileWarning.SCRIPT);
            case "Launch" -> found.add(FileWarning.RUNS_PROGRAM);
            case "SubmitForm", "ImportData" -> found.add(FileWarning.EXTERNAL_CONTENT);
            case "GoToE" -> found.add(FileWarning.EMBEDDED_FILE);
            default -> {}
        }
    }

    /** Actions that run without a click, and the actions chained to them. */
    private void automatic(COSBase action) {
        var chain = new ArrayDeque<COSBase>();
        var done = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        for (var each = action; each != null; each = chain.poll()) {
            var object = each instanceof COSObject reference ? reference.getObject() : each;
            if (object instanceof COSArray array) {
                array.forEach(chain::add);
            } else if (object instanceof COSDictionary dictionary && done.add(dictionary)) {
                if (Set.of("URI", "GoToR", "Thread").contains(String.valueOf(dictionary.getNameAsString(ACTION)))) {
                    found.add(FileWarning.EXTERNAL_CONTENT);
                }
                var following = dictionary.getDictionaryObject(COSName.NEXT);
                if (following != null) {
                    chain.add(following);
                }
            }
        }
    }
}

package io.redress.bulletin.word;

import io.redress.common.office.ZipLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML parts of a Word document, unpacked up to a size limit and parsed without loading external entities. */
public final class TemplatePackage {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Bytes of all parts together; pages of text with a coat of arms need far less. */
    private static final int MOST = 32 * 1024 * 1024;

    private static final Set<String> PRINTED = Set.of("document", "hdr", "ftr", "footnotes", "endnotes");

    private final Map<String, Element> parts = new LinkedHashMap<>();

    private TemplatePackage() {}

    /**
     * Opens a document in which every reader finds the same parts.
     *
     * @throws IOException when it is not a Word document, or unpacks to more than the limit
     */
    static TemplatePackage of(byte[] document) throws IOException {
        var opened = new TemplatePackage();
        var archive = ZipLayout.of(document, MOST);
        for (var name : archive.names()) {
            if (isNamedAsXml(name)) {
                opened.parts.put(name, parsed(archive.read(name, MOST)));
            }
        }
        opened.demandThatXmlIsNamedSo();
        return opened;
    }

    private static boolean isNamedAsXml(String name) {
        return name.strip().toLowerCase(Locale.ROOT).matches(".*[./](xml|rels)");
    }

    /**
     * Word reads a part by its content type and not by its name; an XML part with another name would escape the
     * checks.
     */
    private void demandThatXmlIsNamedSo() throws IOException {
        var types = parts.entrySet().stream()
                .filter(part -> part.getKey().equalsIgnoreCase("[Content_Types].xml"))
                .findFirst()
                .orElseThrow(() -> new IOException("not a Word document: no [Content_Types].xml"));
        var misnamed = children(types.getValue())
                .filter(type -> isXml(type.getAttribute("ContentType")))
                .anyMatch(type -> !isNamedAsXml("." + type.getAttribute("Extension"))
                        && !isNamedAsXml(type.getAttribute("PartName")));
        if (misnamed) {
            throw new IOException("an XML part without an XML name");
        }
    }

    /** Ignores parameters, as in {@code application/xml; charset=utf-8}. */
    private static boolean isXml(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).endsWith("xml");
    }

    /** All XML parts, by their name in the package. */
    Map<String, Element> parts() {
        return parts;
    }

    /** The body, and the headers, footers and notes. */
    Stream<Element> printed() {
        return parts.values().stream()
                .filter(part -> WORD.equals(part.getNamespaceURI()) && PRINTED.contains(part.getLocalName()));
    }

    static Stream<Element> children(Element parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The element and its descendants, in document order. */
    static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), children(root).flatMap(TemplatePackage::all));
    }

    static boolean isWord(Element element, String name) {
        return WORD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Element parsed(byte[] xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("cannot create an XML parser", e);
        }
    }
}

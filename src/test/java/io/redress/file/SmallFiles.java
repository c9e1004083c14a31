package io.redress.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.POIDocument;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as small as their kind allows, made where they are needed; nothing in them is real. */
final class SmallFiles {

    private SmallFiles() {}

    static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
    }

    static byte[] image(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    static byte[] webp() {
        return text("RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\u0010\u0007\u0010\u0011\u0011");
    }

    static byte[] heic(String majorBrand, String compatibleBrand) {
        return text("\0\0\0\u0018ftyp" + majorBrand + "\0\0\0\0" + "mif1" + compatibleBrand + "\0\0\0\u0008mdat");
    }

    static byte[] docx() throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("虚构的合同");
            return bytes(document::write);
        }
    }

    static byte[] xlsx() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("虚构").createRow(0).createCell(0).setCellValue("12000.00");
            return bytes(workbook::write);
        }
    }

    static byte[] pptx() throws IOException {
        try (var slides = new XMLSlideShow()) {
            slides.createSlide();
            return bytes(slides::write);
        }
    }

    static byte[] xls() throws IOException {
        try (POIDocument workbook = bookOfOneSheet()) {
            return bytes(workbook::write);
        }
    }

    private static HSSFWorkbook bookOfOneSheet() {
        var workbook = new HSSFWorkbook();
        workbook.createSheet("虚构");
        return workbook;
    }

    /** An OLE2 container with streams and folders of these names; a folder's name ends in a slash. */
    static byte[] ole(String... names) throws IOException {
        try (var files = new POIFSFileSystem()) {
            for (var name : names) {
                if (name.endsWith("/")) {
                    files.getRoot().createDirectory(name.substring(0, name.length() - 1));
                } else {
                    files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), name);
                }
            }
            return bytes(files::writeFilesystem);
        }
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        return bytes(out -> {
            var zip = new ZipOutputStream(out);
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.finish();
        });
    }

    /** The list of parts of a document whose one part has this name and content type. */
    static byte[] contentTypes(String part, String contentType) {
        return text(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\""
                        + part + "\" ContentType=\"" + contentType + "\"/></Types>");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[] first, byte[] second) throws IOException {
        return bytes(out -> {
            out.write(first);
            out.write(second);
        });
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        return bytes.toByteArray();
    }
}

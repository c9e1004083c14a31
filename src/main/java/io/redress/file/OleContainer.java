package io.redress.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * OLE2 compound file, the container of office documents before 2007: a small file system whose stream names tell the
 * type.
 */
final class OleContainer {

    private static final Map<String, FileType> DOCUMENTS = Map.of(
            "WordDocument", FileType.DOC,
            "Workbook", FileType.XLS,
            "Book", FileType.XLS,
            "PowerPoint Document", FileType.PPT);

    /** The storages in which Word and Excel keep macros. */
    private static final Set<String> MACROS = Set.of("Macros", "_VBA_PROJECT_CUR", "VBA");

    private OleContainer() {}

    /** Empty for installers, encrypted documents, documents with macros, and unreadable containers. */
    static Optional<FileType> officeType(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var names = files.getRoot().getEntryNames();
            if (names.stream().anyMatch(MACROS::contains)) {
                return Optional.empty();
            }
            var types = names.stream()
                    .filter(DOCUMENTS::containsKey)
                    .map(DOCUMENTS::get)
                    .distinct()
                    .toList();
            return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // POI throws all kinds of exceptions for a damaged container
            return Optional.empty();
        }
    }
}

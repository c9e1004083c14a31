package io.redress.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The container of office documents before 2007: a small file system whose stream names tell what it holds. */
final class OleContainer {

    private static final Map<String, FileType> DOCUMENTS = Map.of(
            "WordDocument", FileType.DOC,
            "Workbook", FileType.XLS,
            "Book", FileType.XLS,
            "PowerPoint Document", FileType.PPT);

    /** Where Word and Excel keep macros. */
    private static final Set<String> MACROS = Set.of("Macros", "_VBA_PROJECT_CUR", "VBA");

    private OleContainer() {}

    /** Empty for installers, encrypted or macro-carrying documents, and containers that cannot be read. */
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
            // POI answers a damaged container with whatever its readers stumble over
            return Optional.empty();
        }
    }
}

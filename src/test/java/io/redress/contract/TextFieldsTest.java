package io.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.redress.common.text.Verbatim;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of a request that has a maximum length is cleaned when it is read. */
class TextFieldsTest {

    private final Set<Class<?>> walked = new HashSet<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> forgotten = new TreeSet<>();

    @Test
    void every_text_of_a_request_is_cleaned_or_marked_as_not_cleaned() {
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.redress").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(TextFieldsTest::takesABody)
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .map(type -> type.reflect())
                        .filter(Class::isRecord)
                        .forEach(this::walk);
        assertThat(texts).hasSizeGreaterThan(50);
        assertThat(forgotten).isEmpty();
    }

    private static boolean takesABody(JavaMethod method) {
        return Stream.of(POST.class, PUT.class, PATCH.class).anyMatch(method::isAnnotatedWith);
    }

    private void walk(Class<?> type) {
        if (walked.add(type)) {
            Arrays.stream(type.getRecordComponents()).forEach(this::look);
        }
    }

    private void look(RecordComponent component) {
        var type = contained(component.getGenericType());
        if (type == String.class) {
            var name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
            texts.add(name);
            var accessor = component.getAccessor();
            var isSaid = Stream.of(Size.class, Pattern.class).anyMatch(accessor::isAnnotationPresent)
                    || component.isAnnotationPresent(Verbatim.class);
            if (!isSaid) {
                forgotten.add(name);
            }
        } else if (type.isRecord()) {
            walk(type);
        }
    }

    private static Class<?> contained(Type type) {
        return type instanceof ParameterizedType container
                ? contained(container.getActualTypeArguments()[0])
                : (Class<?>) type;
    }
}

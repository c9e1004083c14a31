package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.common.record.Shown;
import io.redress.testing.TestDatabase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.Attribute;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.junit.jupiter.api.Test;

/** A text field is encrypted, or declares why not. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FieldsOfRecordsTest {

    @Inject
    EntityManagerFactory entities;

    @Inject
    AgroalDataSource database;

    /** The fields of embeddables, ids and entities. */
    private Stream<Field> fields() {
        return entities.getMetamodel().getManagedTypes().stream()
                .flatMap(type -> type.getAttributes().stream())
                .map(FieldsOfRecordsTest::field)
                .distinct();
    }

    private static Field field(Attribute<?, ?> attribute) {
        try {
            return attribute.getJavaMember().getDeclaringClass().getDeclaredField(attribute.getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_text_field_in_clear_is_annotated_as_shown_or_in_clear() {
        assertThat(fields().filter(field -> field.getType() == String.class)).hasSizeGreaterThan(50);
        assertThat(fields().filter(FieldsOfRecordsTest::isWords)
                        .filter(field ->
                                !field.isAnnotationPresent(Shown.class) && !field.isAnnotationPresent(InClear.class)))
                .as("encrypt it, or say why it is @InClear, or, when it says nothing about a person, that it is @Shown")
                .isEmpty();
    }

    @Test
    void a_byte_array_field_is_annotated_as_encrypted_or_in_clear() {
        assertThat(fields().filter(field -> field.getType() == byte[].class)
                        .filter(field -> !field.isAnnotationPresent(Encrypted.class)
                                && !field.isAnnotationPresent(InClear.class)))
                .isEmpty();
    }

    private static boolean isWords(Field field) {
        return field.getType() == String.class
                || field.getGenericType().getTypeName().contains("<java.lang.String>")
                || field.getType() == String[].class;
    }

    /** Otherwise a key rotation would skip the field. */
    @Test
    void every_encrypted_field_is_an_encrypted_column_of_the_database() throws SQLException {
        assertThat(columnsOfFields()).isNotEmpty().isEqualTo(columnsOfTheDatabase());
    }

    private Set<String> columnsOfTheDatabase() throws SQLException {
        var columns = new TreeSet<String>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select objoid::regclass || '.' || attname from pg_description
                        join pg_attribute on attrelid = objoid and attnum = objsubid
                        where description = 'encrypted'
                        """);
                var row = select.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        // no entities: stored responses (StoredResponses) and files (EncryptedFiles)
        columns.removeAll(Set.of("idempotency_key.body", "encrypted_file.wrapped_key"));
        return columns;
    }

    private Set<String> columnsOfFields() {
        var factory = entities.unwrap(SessionFactoryImplementor.class);
        var columns = new TreeSet<String>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(entity -> entity.getAttributeMappings()
                        .forEach(
                                attribute -> add(attribute, entity.getJavaType().getJavaTypeClass(), columns)));
        return columns;
    }

    private static void add(AttributeMapping attribute, Class<?> holder, Set<String> columns) {
        if (attribute instanceof EmbeddableValuedModelPart part) {
            add(part.getEmbeddableTypeDescriptor(), columns);
        } else if (attribute instanceof PluralAttributeMapping many
                && many.getElementDescriptor() instanceof EmbeddableValuedModelPart part) {
            add(part.getEmbeddableTypeDescriptor(), columns);
        } else if (isEncrypted(holder, attribute.getAttributeName())) {
            attribute.forEachSelectable((index, column) -> columns.add(name(column)));
        }
    }

    private static void add(EmbeddableMappingType type, Set<String> columns) {
        type.getAttributeMappings()
                .forEach(attribute -> add(attribute, type.getJavaType().getJavaTypeClass(), columns));
    }

    private static String name(SelectableMapping column) {
        return column.getContainingTableExpression() + "." + column.getSelectableName();
    }

    private static boolean isEncrypted(Class<?> holder, String name) {
        return Stream.<Class<?>>iterate(holder, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .anyMatch(field -> field.getName().equals(name) && field.isAnnotationPresent(Encrypted.class));
    }
}

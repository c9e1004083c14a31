/**
 * Accepted evidence files, as the accept attribute of the file input. FileTypeTest compares them with the list of the service.
 */
export const evidenceTypes =
  '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,.tif,.tiff,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.ofd,.txt,.csv';

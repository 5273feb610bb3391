namespace Ingestion.Storage;

/// <summary>Thrown by every port when the store cannot be reached or cannot write now. Trying again later may help.</summary>
public sealed class StoreUnavailableException(string message, Exception innerException) : Exception(message, innerException);

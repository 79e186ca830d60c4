namespace Renkei.Tables.Azure;

/// <summary>What a storage connection string says: the account, its key and where its tables are.</summary>
internal sealed record StorageConnection(Uri Endpoint, string Account, string Key)
{
    // Published constants of the storage emulator, the same on every machine.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">A part is missing or cannot be used; the message names it and repeats no secret.</exception>
    public static StorageConnection Parse(string text)
    {
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A key ends with '=' characters of its own.
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new FormatException("A part of the storage connection string is not written as name=value.");
            }

            parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        if (parts.TryGetValue("UseDevelopmentStorage", out string? development) && IsTrue(development))
        {
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), EmulatorAccount, EmulatorKey);
        }

        if (parts.ContainsKey("SharedAccessSignature"))
        {
            throw new FormatException(
                "The storage connection string holds a SharedAccessSignature; use AccountKey, or an endpoint with a token."
            );
        }

        string account = Required(parts, "AccountName");
        string key = Required(parts, "AccountKey");
        if (!Convert.TryFromBase64String(key, new byte[key.Length], out _))
        {
            throw new FormatException("AccountKey in the storage connection string is not base64.");
        }

        string endpoint = parts.TryGetValue("TableEndpoint", out string? written)
            ? written
            : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return
            Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? new(address, account, key)
            : throw new FormatException("TableEndpoint in the storage connection string is not an http address.");
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out string? value) && value.Length > 0
            ? value
            : throw new FormatException($"{name} is missing in the storage connection string.");

    /// <summary>Leaves the key out of logs and exceptions.</summary>
    public override string ToString() => $"{Account} at {Endpoint}";
}

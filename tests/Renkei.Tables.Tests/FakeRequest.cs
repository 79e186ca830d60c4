using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace Renkei.Tables.Tests;

internal sealed class FakeRequest : Request
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public override string ClientRequestId { get; set; } = "1";

    public override void Dispose() { }

    protected override void SetHeader(string name, string value) => this.headers[name] = value;

    protected override void AddHeader(string name, string value) => this.headers[name] = value;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        this.headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = this.headers.TryGetValue(name, out string? value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => this.headers.ContainsKey(name);

    protected override bool RemoveHeader(string name) => this.headers.Remove(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        this.headers.Select(header => new HttpHeader(header.Key, header.Value));
}

internal sealed class FakeResponse : Response
{
    private readonly Dictionary<string, string> headers;

    public FakeResponse(int status, string body, (string Name, string Value)[] headers)
    {
        Status = status;
        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        this.headers = headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
    }

    public override int Status { get; }

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() { }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        this.headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = this.headers.TryGetValue(name, out string? value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => this.headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        this.headers.Select(header => new HttpHeader(header.Key, header.Value));
}

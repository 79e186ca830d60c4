using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Renkei.Benchmarks;

/// <summary>
/// One HTTP/1.1 connection that posts activities. By hand, because the machine's cores are shared: what the client does not use, the
/// server may.
/// </summary>
internal sealed class TurnConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private byte[] buffer = new byte[128 * 1024];

    /// <summary>Connects to a port of this machine.</summary>
    /// <exception cref="SocketException">Nobody listens there yet.</exception>
    public async Task ConnectAsync(int port) => await socket.ConnectAsync("127.0.0.1", port);

    /// <summary>Posts one request and reads its answer.</summary>
    /// <param name="request">Head and body.</param>
    /// <returns>The body, which holds until the next request.</returns>
    /// <exception cref="InvalidDataException">The answer is not 200.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> PostAsync(ReadOnlyMemory<byte> request)
    {
        for (int sent = 0; sent < request.Length; )
        {
            sent += await socket.SendAsync(request[sent..]);
        }
        int filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            int read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new InvalidDataException("The server closed the connection.");
            }
            filled += read;
            int head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                continue;
            }
            int body = head + 4;
            int length = LengthIn(buffer.AsSpan(0, head));
            if (filled >= body + length)
            {
                return buffer.AsSpan(0, head).StartsWith("HTTP/1.1 200"u8)
                    ? buffer.AsMemory(body, length)
                    : throw new InvalidDataException(Encoding.UTF8.GetString(buffer, 0, filled));
            }
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The request's head and body as bytes.</summary>
    public static byte[] Request(string token, string body)
    {
        int length = Encoding.UTF8.GetByteCount(body);
        return Encoding.UTF8.GetBytes(
            "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
                + $"Authorization: Bearer {token}\r\nContent-Length: {length}\r\n\r\n{body}"
        );
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = "Content-Length: "u8;
        int at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidDataException("The answer does not say how long it is.");
    }
}

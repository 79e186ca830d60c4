using Renkei.Room.Client;
using Renkei.Room.Hosting;

namespace Renkei.Room.PageApi;

/// <summary>Where the bot uploads an accepted file, and people download it.</summary>
internal sealed class FileEndpoints(FileExchange files)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/room/files/{id}/upload", UploadAsync);
        routes.MapGet("/room/files/{id}/{name}", DownloadAsync);
    }

    private async Task UploadAsync(HttpContext http)
    {
        // OneDrive's upload address carries its own permission and refuses the bot's token.
        if (http.Request.Headers.Authorization.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        using MemoryStream piece = new();
        await http.Request.Body.CopyToAsync(piece, http.RequestAborted);
        UploadOutcome outcome = await files.TakeAsync(
            (string)http.GetRouteValue("id")!,
            http.Request.Headers.ContentRange,
            piece.ToArray(),
            http.RequestAborted
        );
        http.Response.StatusCode = outcome switch
        {
            UploadOutcome.NotFound => StatusCodes.Status404NotFound,
            UploadOutcome.BadRange => StatusCodes.Status416RangeNotSatisfiable,
            UploadOutcome.GoesOn => StatusCodes.Status202Accepted,
            UploadOutcome.Done => StatusCodes.Status201Created,
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private async Task DownloadAsync(HttpContext http)
    {
        if (await files.FindAsync((string)http.GetRouteValue("id")!, http.RequestAborted) is not var (file, bytes))
        {
            throw new BadRequestException("There is no such file.", 404);
        }
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(file.Name);
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}

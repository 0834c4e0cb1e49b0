import { useServices } from '../../services.ts'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'

interface DeleteBriefDialogProps {
  readonly brief: { readonly briefId: string; readonly title: string }
  readonly onDeleted: () => void
  readonly onClose: () => void
}

export function DeleteBriefDialog({ brief, onDeleted, onClose }: DeleteBriefDialogProps) {
  const { api, notices } = useServices()
  return (
    <ConfirmDialog
      title="删除简报"
      text={`“${brief.title}”和对它的修改将被删除，不能恢复。引用的文档不受影响。`}
      action="删除"
      onClose={onClose}
      onConfirm={async () => {
        await api.deleteBrief(brief.briefId)
        notices.show('done', `已删除“${brief.title}”`)
        onDeleted()
      }}
    />
  )
}
